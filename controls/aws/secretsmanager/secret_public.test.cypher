// fail: one action for anyone
CREATE (:AwsSecret {policy_public_actions: ['secretsmanager:GetSecretValue']})

// pass: nothing for anyone
CREATE (:AwsSecret {policy_public_actions: []})

// unread: its policy
CREATE (:AwsSecret {unread: ['policy_public_actions']})
