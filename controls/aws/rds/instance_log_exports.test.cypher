// fail: no log is exported
CREATE (:AwsRdsInstance {log_exports: [], is_cluster_member: false})

// pass: one is
CREATE (:AwsRdsInstance {log_exports: ['postgresql'], is_cluster_member: false})

// pass: a member of a cluster
CREATE (:AwsRdsInstance {log_exports: [], is_cluster_member: true})
