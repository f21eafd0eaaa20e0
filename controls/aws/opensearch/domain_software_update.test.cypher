// fail: an update waits
CREATE (:AwsOpensearchDomain {has_software_update: true})

// pass: none does
CREATE (:AwsOpensearchDomain {has_software_update: false})
