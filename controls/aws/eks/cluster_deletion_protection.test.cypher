// fail: off
CREATE (:AwsEksCluster {is_deletion_protected: false})

// pass: on
CREATE (:AwsEksCluster {is_deletion_protected: true})

// pass: AWS does not tell
CREATE (:AwsEksCluster)

// unread: its description
CREATE (:AwsEksCluster {unread: ['is_deletion_protected']})
