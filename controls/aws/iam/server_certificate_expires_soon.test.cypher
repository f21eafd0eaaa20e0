// fail: within a month
CREATE (:AwsIamServerCertificate {expires_at: datetime() + duration({days: 29})})

// fail: today
CREATE (:AwsIamServerCertificate {expires_at: datetime()})

// pass: in a month
CREATE (:AwsIamServerCertificate {expires_at: datetime() + duration({days: 30})})

// pass: it is out of date already
CREATE (:AwsIamServerCertificate {expires_at: datetime() - duration({days: 1})})
