// fail: it failed to connect
CREATE (:AwsKmsCustomKeyStore {state: 'FAILED'})

// fail: it is not connected
CREATE (:AwsKmsCustomKeyStore {state: 'DISCONNECTED'})

// fail: it is about not to be
CREATE (:AwsKmsCustomKeyStore {state: 'DISCONNECTING'})

// pass: it is connected
CREATE (:AwsKmsCustomKeyStore {state: 'CONNECTED'})

// pass: it is about to be
CREATE (:AwsKmsCustomKeyStore {state: 'CONNECTING'})
