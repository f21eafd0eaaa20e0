// fail: its policy lets anyone in
CREATE (:GcpBigQueryDataset {public_roles: ['roles/bigquery.dataViewer'], public_access: []})

// fail: its list does
CREATE (:GcpBigQueryDataset {public_roles: [], public_access: ['READER allUsers']})

// pass: neither does
CREATE (:GcpBigQueryDataset {public_roles: [], public_access: []})

// unread: its policy
CREATE (:GcpBigQueryDataset {public_access: [], unread: ['public_roles']})
