// fail: 91 days old
CREATE (:GcpServiceAccountKey {
  is_user_managed: true, is_disabled: false, valid_after: datetime() - duration({days: 91})
})

// pass: exactly 90 days old
CREATE (:GcpServiceAccountKey {
  is_user_managed: true, is_disabled: false, valid_after: datetime() - duration({days: 90})
})

// pass: 89 days old
CREATE (:GcpServiceAccountKey {
  is_user_managed: true, is_disabled: false, valid_after: datetime() - duration({days: 89})
})

// pass: old and off
CREATE (:GcpServiceAccountKey {
  is_user_managed: true, is_disabled: true, valid_after: datetime() - duration({days: 400})
})

// pass: Google changes it
CREATE (:GcpServiceAccountKey {
  is_user_managed: false, is_disabled: false, valid_after: datetime() - duration({days: 400})
})
