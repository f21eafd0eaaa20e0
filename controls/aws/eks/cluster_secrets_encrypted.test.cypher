// fail: no key
CREATE (:AwsEksCluster {encrypts_secrets: false})

// pass: a key
CREATE (:AwsEksCluster {encrypts_secrets: true})

// unread: its description
CREATE (:AwsEksCluster {unread: ['encrypts_secrets']})
