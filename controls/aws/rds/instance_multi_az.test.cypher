// fail: no standby
CREATE (:AwsRdsInstance {is_multi_az: false, is_cluster_member: false})

// pass: a standby
CREATE (:AwsRdsInstance {is_multi_az: true, is_cluster_member: false})

// pass: the cluster it is a member of says it
CREATE (:AwsRdsInstance {is_multi_az: false, is_cluster_member: true})
