// fail: it is over
CREATE (:GcpSslCertificate {
  is_managed: false, expires_at: datetime() - duration({days: 1})
})

// fail: it is over soon
CREATE (:GcpSslCertificate {
  is_managed: false, expires_at: datetime() + duration({days: 29})
})

// pass: it just has a month
CREATE (:GcpSslCertificate {
  is_managed: false, expires_at: datetime() + duration({days: 30})
})

// pass: Google renews it
CREATE (:GcpSslCertificate {
  is_managed: true, expires_at: datetime() + duration({days: 29})
})
