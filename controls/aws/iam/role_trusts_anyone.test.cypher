// fail: anyone
CREATE (:AwsIamRole {trusts_anyone: true})

// pass: named principals
CREATE (:AwsIamRole {trusts_anyone: false})
