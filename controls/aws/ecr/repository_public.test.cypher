// fail: one action for anyone
CREATE (:AwsEcrRepository {policy_public_actions: ['ecr:BatchGetImage']})

// pass: nothing for anyone
CREATE (:AwsEcrRepository {policy_public_actions: []})

// unread: its policy
CREATE (:AwsEcrRepository {unread: ['policy_public_actions']})
