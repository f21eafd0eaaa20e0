// fail: in clear
CREATE (:AwsOpensearchDomain {is_encrypted: false})

// pass: encrypted
CREATE (:AwsOpensearchDomain {is_encrypted: true})
