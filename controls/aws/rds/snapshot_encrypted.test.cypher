// fail: in clear
CREATE (:AwsRdsSnapshot {is_encrypted: false})

// pass: encrypted
CREATE (:AwsRdsSnapshot {is_encrypted: true})
