// fail: a role, and none is registered
CREATE (:EntraUser {is_enabled: true, is_mfa_registered: false})
  -[:HAS_ROLE]->(:EntraDirectoryRole)

// fail: a role by a group
CREATE (:EntraUser {is_enabled: true, is_mfa_registered: false})
  -[:MEMBER_OF]->(:EntraGroup)-[:HAS_ROLE]->(:EntraDirectoryRole)

// fail: the report leaves the user out
CREATE (:EntraUser {is_enabled: true})-[:HAS_ROLE]->(:EntraDirectoryRole)

// pass: one is registered
CREATE (:EntraUser {is_enabled: true, is_mfa_registered: true})
  -[:HAS_ROLE]->(:EntraDirectoryRole)

// pass: the user has no role
CREATE (:EntraUser {is_enabled: true, is_mfa_registered: false})-[:MEMBER_OF]->(:EntraGroup)

// pass: the user does not sign in
CREATE (:EntraUser {is_enabled: false, is_mfa_registered: false})
  -[:HAS_ROLE]->(:EntraDirectoryRole)

// unread: whether one is
CREATE (:EntraUser {is_enabled: true, unread: ['is_mfa_registered']})
  -[:HAS_ROLE]->(:EntraDirectoryRole)
