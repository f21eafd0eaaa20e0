// fail: its key is on
CREATE (:GcpServiceAccount {is_disabled: true})
  <-[:KEY_OF]-(:GcpServiceAccountKey {is_user_managed: true, is_disabled: false})

// pass: its key is off, too
CREATE (:GcpServiceAccount {is_disabled: true})
  <-[:KEY_OF]-(:GcpServiceAccountKey {is_user_managed: true, is_disabled: true})

// pass: Google keeps its key
CREATE (:GcpServiceAccount {is_disabled: true})
  <-[:KEY_OF]-(:GcpServiceAccountKey {is_user_managed: false, is_disabled: false})

// pass: the account is on
CREATE (:GcpServiceAccount {is_disabled: false})
  <-[:KEY_OF]-(:GcpServiceAccountKey {is_user_managed: true, is_disabled: false})
