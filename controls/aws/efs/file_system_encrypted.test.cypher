// fail: in clear
CREATE (:AwsEfsFileSystem {is_encrypted: false})

// pass: encrypted
CREATE (:AwsEfsFileSystem {is_encrypted: true})
