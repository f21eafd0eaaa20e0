// fail: two of them, found once
CREATE (account:GcpServiceAccount)<-[:KEY_OF]-(:GcpServiceAccountKey {is_user_managed: true})
CREATE (account)<-[:KEY_OF]-(:GcpServiceAccountKey {is_user_managed: true})

// pass: Google keeps it
CREATE (:GcpServiceAccount)<-[:KEY_OF]-(:GcpServiceAccountKey {is_user_managed: false})

// pass: the key is another account's
CREATE (:GcpServiceAccount), (:GcpServiceAccountKey {is_user_managed: true})

// unread: who keeps it
CREATE (:GcpServiceAccount)<-[:KEY_OF]-(:GcpServiceAccountKey {unread: ['is_user_managed']})
