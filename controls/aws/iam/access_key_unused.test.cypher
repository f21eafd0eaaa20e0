// fail: last used 46 days ago
CREATE (:AwsIamAccessKey {
  is_active: true, last_used_at: datetime() - duration({days: 46}),
  created_at: datetime() - duration({days: 400})
})

// fail: made 46 days ago and never used
CREATE (:AwsIamAccessKey {is_active: true, created_at: datetime() - duration({days: 46})})

// pass: used 44 days ago, and made long before
CREATE (:AwsIamAccessKey {
  is_active: true, last_used_at: datetime() - duration({days: 44}),
  created_at: datetime() - duration({days: 400})
})

// pass: used exactly 45 days ago
CREATE (:AwsIamAccessKey {
  is_active: true, last_used_at: datetime() - duration({days: 45}),
  created_at: datetime() - duration({days: 45})
})

// pass: made 44 days ago and never used
CREATE (:AwsIamAccessKey {is_active: true, created_at: datetime() - duration({days: 44})})

// pass: made exactly 45 days ago and never used
CREATE (:AwsIamAccessKey {is_active: true, created_at: datetime() - duration({days: 45})})

// pass: it is off
CREATE (:AwsIamAccessKey {
  is_active: false, last_used_at: datetime() - duration({days: 400}),
  created_at: datetime() - duration({days: 400})
})

// unread: when it was last used
CREATE (:AwsIamAccessKey {
  is_active: true, created_at: datetime() - duration({days: 400}), unread: ['last_used_at']
})
