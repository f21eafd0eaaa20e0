// fail: none is registered
CREATE (:EntraUser {is_enabled: true, kind: 'Member', is_mfa_registered: false})

// fail: of old users it is not said that they are no guests
CREATE (:EntraUser {is_enabled: true, is_mfa_registered: false})

// fail: the report leaves the user out
CREATE (:EntraUser {is_enabled: true, kind: 'Member'})

// pass: one is
CREATE (:EntraUser {is_enabled: true, kind: 'Member', is_mfa_registered: true})

// pass: the user does not sign in
CREATE (:EntraUser {is_enabled: false, kind: 'Member', is_mfa_registered: false})

// pass: a guest registers it at home
CREATE (:EntraUser {is_enabled: true, kind: 'Guest', is_mfa_registered: false})

// unread: whether one is
CREATE (:EntraUser {is_enabled: true, kind: 'Member', unread: ['is_mfa_registered']})
