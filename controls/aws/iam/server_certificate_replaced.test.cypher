// fail: older
CREATE (:AwsIamServerCertificate {created_at: datetime() - duration({days: 399})})

// pass: as old
CREATE (:AwsIamServerCertificate {created_at: datetime() - duration({days: 398})})
