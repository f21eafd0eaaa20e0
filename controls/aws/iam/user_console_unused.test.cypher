// fail: last used 46 days ago
CREATE (:AwsIamUser {
  has_console_password: true, password_last_used_at: datetime() - duration({days: 46}),
  password_created_at: datetime() - duration({days: 400})
})

// fail: made 46 days ago and never used
CREATE (:AwsIamUser {
  has_console_password: true, password_created_at: datetime() - duration({days: 46})
})

// pass: used 44 days ago, and made long before
CREATE (:AwsIamUser {
  has_console_password: true, password_last_used_at: datetime() - duration({days: 44}),
  password_created_at: datetime() - duration({days: 400})
})

// pass: used exactly 45 days ago
CREATE (:AwsIamUser {
  has_console_password: true, password_last_used_at: datetime() - duration({days: 45}),
  password_created_at: datetime() - duration({days: 45})
})

// pass: made 44 days ago and never used
CREATE (:AwsIamUser {
  has_console_password: true, password_created_at: datetime() - duration({days: 44})
})

// pass: made exactly 45 days ago and never used
CREATE (:AwsIamUser {
  has_console_password: true, password_created_at: datetime() - duration({days: 45})
})

// pass: the password is gone
CREATE (:AwsIamUser {
  has_console_password: false, password_last_used_at: datetime() - duration({days: 400})
})

// unread: when it was last used
CREATE (:AwsIamUser {
  has_console_password: true, password_created_at: datetime() - duration({days: 400}),
  unread: ['password_last_used_at']
})
