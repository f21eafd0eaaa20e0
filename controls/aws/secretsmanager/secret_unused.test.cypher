// fail: read long ago
CREATE (:AwsSecret {
  last_accessed_at: datetime() - duration({days: 91}),
  created_at: datetime() - duration({days: 400})
})

// fail: never read
CREATE (:AwsSecret {created_at: datetime() - duration({days: 91})})

// pass: read exactly so long ago
CREATE (:AwsSecret {
  last_accessed_at: datetime() - duration({days: 90}),
  created_at: datetime() - duration({days: 400})
})

// pass: read not long ago
CREATE (:AwsSecret {
  last_accessed_at: datetime() - duration({days: 89}),
  created_at: datetime() - duration({days: 400})
})

// pass: it is still new
CREATE (:AwsSecret {created_at: datetime() - duration({days: 2})})
