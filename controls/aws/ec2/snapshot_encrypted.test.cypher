// fail: in clear
CREATE (:AwsEbsSnapshot {is_encrypted: false})

// pass: encrypted
CREATE (:AwsEbsSnapshot {is_encrypted: true})
