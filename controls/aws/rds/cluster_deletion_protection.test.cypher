// fail: not protected
CREATE (:AwsRdsCluster {is_deletion_protected: false})

// pass: protected
CREATE (:AwsRdsCluster {is_deletion_protected: true})
