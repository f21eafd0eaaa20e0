// fail: none
CREATE (:AwsRdsInstance {backup_retention_days: 0, is_cluster_member: false, is_replica: false})

// fail: a day short
CREATE (:AwsRdsInstance {backup_retention_days: 6, is_cluster_member: false, is_replica: false})

// pass: a week
CREATE (:AwsRdsInstance {backup_retention_days: 7, is_cluster_member: false, is_replica: false})

// pass: a member of a cluster
CREATE (:AwsRdsInstance {backup_retention_days: 1, is_cluster_member: true, is_replica: false})

// pass: a replica
CREATE (:AwsRdsInstance {backup_retention_days: 0, is_replica: true, is_cluster_member: false})
