// fail: in clear
CREATE (:AwsElasticacheReplicationGroup {is_encrypted: false})

// pass: encrypted
CREATE (:AwsElasticacheReplicationGroup {is_encrypted: true})
