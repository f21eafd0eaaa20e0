// fail: one action for anyone
CREATE (:AwsSqsQueue {policy_public_actions: ['sqs:SendMessage']})

// pass: nothing for anyone
CREATE (:AwsSqsQueue {policy_public_actions: []})
