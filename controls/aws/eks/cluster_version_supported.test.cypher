// fail: its support ended long ago
CREATE (:AwsEksCluster {version: '1.22'})

// fail: as did that of the one before
CREATE (:AwsEksCluster {version: '1.10'})

// pass: one that will be supported for long
CREATE (:AwsEksCluster {version: '1.35'})

// pass: one that is too new to be known here
CREATE (:AwsEksCluster {version: '1.99'})

// unread: its description
CREATE (:AwsEksCluster {unread: ['version']})
