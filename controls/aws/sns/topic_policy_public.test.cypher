// fail: one action for anyone
CREATE (:AwsSnsTopic {policy_public_actions: ['sns:Publish']})

// pass: nothing for anyone
CREATE (:AwsSnsTopic {policy_public_actions: []})
