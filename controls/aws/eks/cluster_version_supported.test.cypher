// fail: the last one of which the support has ended
CREATE (:AwsEksCluster {version: '1.31'})

// fail: one of long ago
CREATE (:AwsEksCluster {version: '1.9'})

// pass: the oldest that is supported
CREATE (:AwsEksCluster {version: '1.32'})

// pass: a new one
CREATE (:AwsEksCluster {version: '1.40'})

// unread: its description
CREATE (:AwsEksCluster {unread: ['version']})
