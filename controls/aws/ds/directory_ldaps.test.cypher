// fail: off
CREATE (:AwsDirectory {has_ldaps: false})

// pass: on
CREATE (:AwsDirectory {has_ldaps: true})
