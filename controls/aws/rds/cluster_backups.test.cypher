// fail: the default
CREATE (:AwsRdsCluster {backup_retention_days: 1})

// fail: a day short
CREATE (:AwsRdsCluster {backup_retention_days: 6})

// pass: a week
CREATE (:AwsRdsCluster {backup_retention_days: 7})
