// fail: any user may
CREATE (:EntraTenant {users_create_security_groups: true})

// fail: it does not say, and then they do
CREATE (:EntraTenant)

// pass: only administrators may
CREATE (:EntraTenant {users_create_security_groups: false})

// unread: whether it is so
CREATE (:EntraTenant {unread: ['users_create_security_groups']})
