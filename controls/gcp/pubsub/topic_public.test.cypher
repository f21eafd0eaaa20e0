// fail: a role for anyone
CREATE (:GcpPubsubTopic {public_roles: ['roles/pubsub.publisher']})

// pass: none
CREATE (:GcpPubsubTopic {public_roles: []})

// unread: its policy
CREATE (:GcpPubsubTopic {unread: ['public_roles']})
