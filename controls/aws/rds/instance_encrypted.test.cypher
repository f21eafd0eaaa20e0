// fail: in clear
CREATE (:AwsRdsInstance {is_encrypted: false, is_cluster_member: false})

// pass: encrypted
CREATE (:AwsRdsInstance {is_encrypted: true, is_cluster_member: false})

// pass: the cluster it is a member of says it
CREATE (:AwsRdsInstance {is_encrypted: false, is_cluster_member: true})
