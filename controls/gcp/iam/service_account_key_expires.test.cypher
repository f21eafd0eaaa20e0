// fail: for good
CREATE (:GcpServiceAccountKey {is_user_managed: true, expires: false})

// pass: it ends
CREATE (:GcpServiceAccountKey {is_user_managed: true, expires: true})

// pass: Google changes it
CREATE (:GcpServiceAccountKey {is_user_managed: false, expires: false})
