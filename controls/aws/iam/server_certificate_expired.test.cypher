// fail: out of date
CREATE (:AwsIamServerCertificate {expires_at: datetime() - duration({seconds: 1})})

// pass: still valid
CREATE (:AwsIamServerCertificate {expires_at: datetime()})
