// fail: one zone
CREATE (:AwsElasticacheReplicationGroup {is_multi_az: false, fails_over: true})

// fail: no failover
CREATE (:AwsElasticacheReplicationGroup {is_multi_az: true, fails_over: false})

// pass: both
CREATE (:AwsElasticacheReplicationGroup {is_multi_az: true, fails_over: true})
