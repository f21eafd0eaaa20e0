// fail: in clear
CREATE (:AwsRdsClusterSnapshot {is_encrypted: false})

// pass: encrypted
CREATE (:AwsRdsClusterSnapshot {is_encrypted: true})
