// fail: it expires in 29 days
CREATE (:AwsRdsInstance {certificate_expires_at: datetime() + duration({days: 29})})

// fail: it has expired
CREATE (:AwsRdsInstance {certificate_expires_at: datetime() - duration({days: 1})})

// pass: it expires in 30 days
CREATE (:AwsRdsInstance {certificate_expires_at: datetime() + duration({days: 30})})

// pass: it lasts for years
CREATE (:AwsRdsInstance {certificate_expires_at: datetime() + duration({days: 400})})

// pass: there is none yet
CREATE (:AwsRdsInstance {status: 'creating'})
