// fail: within days
CREATE (:AwsAcmCertificate {is_in_use: true, expires_at: datetime() + duration({days: 29})})

// fail: it has ended
CREATE (:AwsAcmCertificate {is_in_use: true, expires_at: datetime() - duration({days: 1})})

// pass: exactly so long
CREATE (:AwsAcmCertificate {is_in_use: true, expires_at: datetime() + duration({days: 30})})

// pass: it holds
CREATE (:AwsAcmCertificate {is_in_use: true, expires_at: datetime() + duration({days: 31})})

// pass: nothing shows it
CREATE (:AwsAcmCertificate {is_in_use: false, expires_at: datetime() + duration({days: 2})})

// unread: its description
CREATE (:AwsAcmCertificate {unread: ['is_in_use', 'expires_at']})
