// fail: it keeps nothing
CREATE (:GcpStorageBucket)<-[:SENDS_TO]-(:GcpLogSink)

// fail: it keeps them until somebody changes that
CREATE (:GcpStorageBucket {retention_is_locked: false})<-[:SENDS_TO]-(:GcpLogSink)

// pass: locked
CREATE (:GcpStorageBucket {retention_is_locked: true})<-[:SENDS_TO]-(:GcpLogSink)

// pass: no logs come to it
CREATE (:GcpStorageBucket {retention_is_locked: false}), (:GcpLogSink)

// unread: what it keeps
CREATE (:GcpStorageBucket {unread: ['retention_is_locked']})<-[:SENDS_TO]-(:GcpLogSink)
