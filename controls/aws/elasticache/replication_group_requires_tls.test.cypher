// fail: clear text is taken
CREATE (:AwsElasticacheReplicationGroup {requires_tls: false})

// pass: it is refused
CREATE (:AwsElasticacheReplicationGroup {requires_tls: true})
