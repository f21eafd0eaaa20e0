// fail: not protected
CREATE (:AwsRdsInstance {is_deletion_protected: false, is_cluster_member: false})

// pass: protected
CREATE (:AwsRdsInstance {is_deletion_protected: true, is_cluster_member: false})

// pass: the data is a cluster's
CREATE (:AwsRdsInstance {is_deletion_protected: false, is_cluster_member: true})
