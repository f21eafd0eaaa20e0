// fail: anyone
CREATE (:AwsIamRole {is_service_linked: false, trusts_anyone: true})

// pass: named principals
CREATE (:AwsIamRole {is_service_linked: false, trusts_anyone: false})

// pass: a role that an AWS service keeps
CREATE (:AwsIamRole {is_service_linked: true, trusts_anyone: true})
