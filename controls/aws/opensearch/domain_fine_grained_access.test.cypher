// fail: none
CREATE (:AwsOpensearchDomain {has_fine_grained_access: false})

// pass: roles inside of it
CREATE (:AwsOpensearchDomain {has_fine_grained_access: true})
