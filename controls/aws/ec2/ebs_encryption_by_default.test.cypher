// fail: off
CREATE (:AwsRegion {encrypts_ebs_by_default: false})

// pass: on
CREATE (:AwsRegion {encrypts_ebs_by_default: true})
