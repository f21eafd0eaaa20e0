// fail: 91 days old
CREATE (:GcpApiKey {created_at: datetime() - duration({days: 91})})

// pass: exactly 90 days old
CREATE (:GcpApiKey {created_at: datetime() - duration({days: 90})})

// pass: 89 days old
CREATE (:GcpApiKey {created_at: datetime() - duration({days: 89})})

// pass: it is deleted
CREATE (:GcpApiKey {
  created_at: datetime() - duration({days: 400}), deleted_at: datetime() - duration({days: 2})
})
