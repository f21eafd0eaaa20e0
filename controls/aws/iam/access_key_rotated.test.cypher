// fail: 91 days old
CREATE (:AwsIamAccessKey {is_active: true, created_at: datetime() - duration({days: 91})})

// pass: exactly 90 days old
CREATE (:AwsIamAccessKey {is_active: true, created_at: datetime() - duration({days: 90})})

// pass: 89 days old
CREATE (:AwsIamAccessKey {is_active: true, created_at: datetime() - duration({days: 89})})

// pass: old and off
CREATE (:AwsIamAccessKey {is_active: false, created_at: datetime() - duration({days: 400})})
