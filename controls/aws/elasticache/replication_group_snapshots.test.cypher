// fail: none
CREATE (:AwsElasticacheReplicationGroup {snapshot_retention_days: 0})

// fail: a day short
CREATE (:AwsElasticacheReplicationGroup {snapshot_retention_days: 6})

// pass: a week
CREATE (:AwsElasticacheReplicationGroup {snapshot_retention_days: 7})
