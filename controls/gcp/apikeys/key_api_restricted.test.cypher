// fail: for all services
CREATE (:GcpApiKey {api_targets: []})

// fail: for one that stands for all
CREATE (:GcpApiKey {api_targets: ['translate.googleapis.com', 'cloudapis.googleapis.com']})

// pass: for one
CREATE (:GcpApiKey {api_targets: ['translate.googleapis.com']})

// pass: it is deleted
CREATE (:GcpApiKey {deleted_at: datetime() - duration({days: 2}), api_targets: []})

// unread: for which services
CREATE (:GcpApiKey {unread: ['api_targets']})
