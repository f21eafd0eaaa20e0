// fail: one action is enough
CREATE (:AwsIamPolicy {
  is_aws_managed: false, allowed_on_all_resources: ['iam:createpolicyversion']
})

// fail: a pattern covers the action
CREATE (:AwsIamPolicy {is_aws_managed: false, allowed_on_all_resources: ['iam:attach*']})

// fail: a question mark covers the rest
CREATE (:AwsIamPolicy {is_aws_managed: false, allowed_on_all_resources: ['iam:attachuserpolic?']})

// fail: everything, several ways at once
CREATE (:AwsIamPolicy {is_aws_managed: false, allowed_on_all_resources: ['*']})

// fail: a role is passed to an instance
CREATE (:AwsIamPolicy {
  is_aws_managed: false, allowed_on_all_resources: ['ec2:runinstances', 'iam:passrole']
})

// fail: a role is passed to a function that is then invoked
CREATE (:AwsIamPolicy {
  is_aws_managed: false, allowed_on_all_resources: ['iam:passrole', 'lambda:*']
})

// pass: AWS keeps it
CREATE (:AwsIamPolicy {is_aws_managed: true, allowed_on_all_resources: ['*']})

// pass: a role is passed, and nothing to pass it to
CREATE (:AwsIamPolicy {is_aws_managed: false, allowed_on_all_resources: ['iam:passrole', 's3:*']})

// pass: a function without the right to have it run
CREATE (:AwsIamPolicy {
  is_aws_managed: false, allowed_on_all_resources: ['iam:passrole', 'lambda:createfunction']
})

// pass: an instance without a role
CREATE (:AwsIamPolicy {is_aws_managed: false, allowed_on_all_resources: ['ec2:runinstances']})

// pass: it only looks
CREATE (:AwsIamPolicy {is_aws_managed: false, allowed_on_all_resources: ['iam:get*', 'iam:list*']})

// pass: not every character is covered
CREATE (:AwsIamPolicy {is_aws_managed: false, allowed_on_all_resources: ['iam:attachuserpol?']})

// pass: nothing on all resources
CREATE (:AwsIamPolicy {is_aws_managed: false, allowed_on_all_resources: []})
