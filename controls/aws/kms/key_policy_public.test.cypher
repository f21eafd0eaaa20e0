// fail: one action for anyone
CREATE (:AwsKmsKey {policy_public_actions: ['kms:Decrypt']})

// pass: nothing for anyone
CREATE (:AwsKmsKey {policy_public_actions: []})
