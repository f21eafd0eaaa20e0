// fail: clear text is taken
CREATE (:AwsRdsCluster {requires_tls: false})

// pass: it is refused
CREATE (:AwsRdsCluster {requires_tls: true})

// pass: Neptune takes TLS only, and has no parameter for it
CREATE (:AwsRdsCluster {engine: 'neptune'})

// unread: its parameters could not be read
CREATE (:AwsRdsCluster {unread: ['requires_tls']})
