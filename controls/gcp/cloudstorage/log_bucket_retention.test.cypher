// fail: what is in it can be deleted
CREATE (:GcpStorageBucket {expect: 'pass'})-[:LOGS_TO]->(:GcpStorageBucket {})

// fail: the time can be made shorter
CREATE (:GcpStorageBucket {expect: 'pass'})
  -[:LOGS_TO]->(:GcpStorageBucket {retention_seconds: 7776000, retention_is_locked: false})

// pass: it can't
CREATE (:GcpStorageBucket {})
  -[:LOGS_TO]->(:GcpStorageBucket {retention_seconds: 7776000, retention_is_locked: true})

// pass: a bucket of other things
CREATE (:GcpStorageBucket {})

// unread: whether the time is locked
CREATE (:GcpStorageBucket)-[:LOGS_TO]->(:GcpStorageBucket {unread: ['retention_is_locked']})
