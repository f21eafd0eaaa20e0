// fail: anything may use it
CREATE (:GcpApiKey {allowed_applications: []})

// fail: one of the sites is any site
CREATE (:GcpApiKey {allowed_applications: ['https://harbour.example/*', '*']})

// fail: all sites of a top level
CREATE (:GcpApiKey {allowed_applications: ['https://*.com/*']})

// pass: sites of one's own
CREATE (:GcpApiKey {allowed_applications: ['https://*.harbour.example/*', '192.0.2.0/24']})

// pass: it is deleted
CREATE (:GcpApiKey {
  deleted_at: datetime() - duration({days: 2}), allowed_applications: []
})

// unread: who may use it
CREATE (:GcpApiKey {unread: ['allowed_applications']})
