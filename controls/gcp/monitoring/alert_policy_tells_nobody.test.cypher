// fail: no channel
CREATE (:GcpAlertPolicy)

// fail: none that delivers
CREATE (policy:GcpAlertPolicy)-[:NOTIFIES]->(:GcpNotificationChannel {delivers: false})
CREATE (policy)-[:NOTIFIES]->(:Resource:Unseen)

// pass: one that delivers
CREATE (policy:GcpAlertPolicy)-[:NOTIFIES]->(:GcpNotificationChannel {delivers: false})
CREATE (policy)-[:NOTIFIES]->(:GcpNotificationChannel {delivers: true})

// unread: whether it delivers
CREATE (:GcpAlertPolicy)-[:NOTIFIES]->(:GcpNotificationChannel {unread: ['delivers']})
