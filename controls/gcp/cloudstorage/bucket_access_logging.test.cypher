// fail: it is not
CREATE (:GcpStorageBucket {})

// pass: it is, and the bucket of logs is not asked of
CREATE (:GcpStorageBucket {})-[:LOGS_TO]->(:Resource:GcpStorageBucket)

// pass: it is, in another project
CREATE (:GcpStorageBucket {})-[:LOGS_TO]->(:Resource:Unseen)

// unread: whether it is
CREATE (:GcpStorageBucket {unread: ['LOGS_TO']})
