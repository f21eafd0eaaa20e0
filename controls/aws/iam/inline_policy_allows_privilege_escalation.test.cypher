// fail: one action is enough
CREATE (:AwsIamInlinePolicy {allowed_on_all_resources: ['iam:createpolicyversion']})

// fail: a pattern covers the action
CREATE (:AwsIamInlinePolicy {allowed_on_all_resources: ['iam:attach*']})

// fail: a question mark covers the rest
CREATE (:AwsIamInlinePolicy {allowed_on_all_resources: ['iam:attachuserpolic?']})

// fail: everything, several ways at once
CREATE (:AwsIamInlinePolicy {allowed_on_all_resources: ['*']})

// fail: a role is passed to an instance
CREATE (:AwsIamInlinePolicy {allowed_on_all_resources: ['ec2:runinstances', 'iam:passrole']})

// fail: a role is passed to a function that is then invoked
CREATE (:AwsIamInlinePolicy {allowed_on_all_resources: ['iam:passrole', 'lambda:*']})

// pass: a role is passed, and nothing to pass it to
CREATE (:AwsIamInlinePolicy {allowed_on_all_resources: ['iam:passrole', 's3:*']})

// pass: a function without the right to have it run
CREATE (:AwsIamInlinePolicy {allowed_on_all_resources: ['iam:passrole', 'lambda:createfunction']})

// pass: an instance without a role
CREATE (:AwsIamInlinePolicy {allowed_on_all_resources: ['ec2:runinstances']})

// pass: it only looks
CREATE (:AwsIamInlinePolicy {allowed_on_all_resources: ['iam:get*', 'iam:list*']})

// pass: not every character is covered
CREATE (:AwsIamInlinePolicy {allowed_on_all_resources: ['iam:attachuserpol?']})

// pass: nothing on all resources
CREATE (:AwsIamInlinePolicy {allowed_on_all_resources: []})
