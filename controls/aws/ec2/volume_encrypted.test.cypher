// fail: in clear
CREATE (:AwsEbsVolume {is_encrypted: false})

// pass: encrypted
CREATE (:AwsEbsVolume {is_encrypted: true})
