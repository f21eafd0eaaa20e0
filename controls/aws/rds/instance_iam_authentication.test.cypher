// fail: passwords only, in PostgreSQL
CREATE (:AwsRdsInstance {
  engine: 'postgres', authenticates_with_iam: false, is_cluster_member: false
})

// fail: passwords only, in MySQL
CREATE (:AwsRdsInstance {
  engine: 'mysql', authenticates_with_iam: false, is_cluster_member: false
})

// fail: passwords only, in MariaDB
CREATE (:AwsRdsInstance {
  engine: 'mariadb', authenticates_with_iam: false, is_cluster_member: false
})

// pass: IAM too
CREATE (:AwsRdsInstance {
  engine: 'postgres', authenticates_with_iam: true, is_cluster_member: false
})

// pass: the engine can't
CREATE (:AwsRdsInstance {
  engine: 'oracle-ee', authenticates_with_iam: false, is_cluster_member: false
})

// pass: a member of a cluster
CREATE (:AwsRdsInstance {
  engine: 'mysql', authenticates_with_iam: false, is_cluster_member: true
})
