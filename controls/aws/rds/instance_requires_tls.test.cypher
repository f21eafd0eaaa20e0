// fail: clear text is taken
CREATE (:AwsRdsInstance {requires_tls: false})

// pass: it is refused
CREATE (:AwsRdsInstance {requires_tls: true})

// pass: there is no parameter for it
CREATE (:AwsRdsInstance {engine: 'oracle-ee'})

// unread: its parameters could not be read
CREATE (:AwsRdsInstance {unread: ['requires_tls']})
