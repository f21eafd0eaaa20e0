// fail: they get at all of it
CREATE (:GcpGkeNodePool {metadata_mode: 'GCE_METADATA', legacy_endpoints: false})

// fail: nothing is set, so that they do
CREATE (:GcpGkeNodePool {})

// fail: a forged request does
CREATE (:GcpGkeNodePool {metadata_mode: 'SECURE', legacy_endpoints: true})

// pass: they get at their own
CREATE (:GcpGkeNodePool {metadata_mode: 'GKE_METADATA', legacy_endpoints: false})

// pass: credentials are hidden the older way
CREATE (:GcpGkeNodePool {metadata_mode: 'SECURE'})

// unread: what they get at
CREATE (:GcpGkeNodePool {unread: ['metadata_mode', 'legacy_endpoints']})
