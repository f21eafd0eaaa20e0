// fail: older
CREATE (:GcpSnapshot {created_at: datetime() - duration({days: 91})})

// pass: just 90 days
CREATE (:GcpSnapshot {created_at: datetime() - duration({days: 90})})
