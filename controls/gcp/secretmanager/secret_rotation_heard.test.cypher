// fail: no topic
CREATE (:GcpSecret {rotation_seconds: 1}), (:GcpPubsubTopic)

// fail: the topic is gone
CREATE (:GcpSecret {rotation_seconds: 7776000})-[:NOTIFIES]->(:Resource:Unseen)

// pass: a topic
CREATE (:GcpSecret {rotation_seconds: 7776000})-[:NOTIFIES]->(:GcpPubsubTopic)

// pass: it is never changed, which is for another control
CREATE (:GcpSecret), (:GcpSecret {rotation_seconds: 0})

// unread: its topics
CREATE (:GcpSecret {rotation_seconds: 7776000, unread: ['NOTIFIES']})
