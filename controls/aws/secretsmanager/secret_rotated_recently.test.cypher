// fail: long ago
CREATE (:AwsSecret {
  is_rotated: true, last_rotated_at: datetime() - duration({days: 91}),
  created_at: datetime() - duration({days: 400})
})

// fail: never since it was made
CREATE (:AwsSecret {is_rotated: true, created_at: datetime() - duration({days: 91})})

// pass: exactly so long ago
CREATE (:AwsSecret {
  is_rotated: true, last_rotated_at: datetime() - duration({days: 90}),
  created_at: datetime() - duration({days: 400})
})

// pass: not long ago
CREATE (:AwsSecret {
  is_rotated: true, last_rotated_at: datetime() - duration({days: 89}),
  created_at: datetime() - duration({days: 400})
})

// pass: it is still new
CREATE (:AwsSecret {is_rotated: true, created_at: datetime() - duration({days: 2})})

// pass: not rotated, which is for another control
CREATE (:AwsSecret {is_rotated: false, created_at: datetime() - duration({days: 400})})
