// fail: any role
CREATE (:AwsIamPolicy {is_aws_managed: false, allowed_on_all_resources: ['s3:*', 'sts:assumerole']})

// fail: everything
CREATE (:AwsIamPolicy {is_aws_managed: false, allowed_on_all_resources: ['*']})

// pass: other actions only
CREATE (:AwsIamPolicy {is_aws_managed: false, allowed_on_all_resources: ['sts:getcalleridentity']})

// pass: nothing on all resources
CREATE (:AwsIamPolicy {is_aws_managed: false, allowed_on_all_resources: []})

// pass: AWS keeps it
CREATE (:AwsIamPolicy {is_aws_managed: true, allowed_on_all_resources: ['*']})
