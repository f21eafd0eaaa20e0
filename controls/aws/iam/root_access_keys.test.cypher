// fail: the root user has access keys
CREATE (:AwsAccount {has_root_access_keys: true})

// pass: it has none
CREATE (:AwsAccount {has_root_access_keys: false})
