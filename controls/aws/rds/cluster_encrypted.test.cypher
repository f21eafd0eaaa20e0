// fail: in clear
CREATE (:AwsRdsCluster {is_encrypted: false})

// pass: encrypted
CREATE (:AwsRdsCluster {is_encrypted: true})
