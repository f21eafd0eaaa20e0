// fail: its deletion is scheduled
CREATE (:AwsKmsKey {state: 'PendingDeletion'})

// fail: it waits for its replicas to go
CREATE (:AwsKmsKey {state: 'PendingReplicaDeletion'})

// pass: in use
CREATE (:AwsKmsKey {state: 'Enabled'})

// pass: disabled, and kept
CREATE (:AwsKmsKey {state: 'Disabled'})
