// fail: anyone reads it
CREATE (:GcpBigQueryTable {public_roles: ['roles/bigquery.dataViewer']})

// pass: nobody does without a name
CREATE (:GcpBigQueryTable {public_roles: []})

// unread: its policy
CREATE (:GcpBigQueryTable {unread: ['public_roles']})
