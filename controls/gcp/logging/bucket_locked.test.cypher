// fail: not locked
CREATE (:GcpLogBucket {name: 'ledger', is_locked: false})<-[:SENDS_TO]-(:GcpLogSink)

// pass: locked
CREATE (:GcpLogBucket {name: 'ledger', is_locked: true})<-[:SENDS_TO]-(:GcpLogSink)

// pass: one that every project has
CREATE (:GcpLogBucket {name: '_Default', is_locked: false})<-[:SENDS_TO]-(:GcpLogSink)

// pass: no sink was made for it
CREATE (:GcpLogBucket {name: 'ledger', is_locked: false}), (:GcpLogSink)
