// fail: there is no policy
CREATE (:EntraTenant)

// fail: it only reports
CREATE (:EntraTenant)<-[:IN_TENANT]-(:EntraConditionalAccessPolicy {
  state: 'enabledForReportingButNotEnforced', requires_mfa: true, users: ['All'],
  applications: ['All'], sign_in_risks: ['high', 'medium'], blocks: false
})

// fail: it asks for something else
CREATE (:EntraTenant)<-[:IN_TENANT]-(:EntraConditionalAccessPolicy {
  state: 'enabled', requires_mfa: false, users: ['All'], applications: ['All'],
  sign_in_risks: ['high', 'medium'], blocks: false
})

// fail: it is about some users
CREATE (:EntraTenant)<-[:IN_TENANT]-(:EntraConditionalAccessPolicy {
  state: 'enabled', requires_mfa: true, users: ['someone'], applications: ['All'],
  sign_in_risks: ['high', 'medium'], blocks: false
})

// fail: it is about some applications
CREATE (:EntraTenant)<-[:IN_TENANT]-(:EntraConditionalAccessPolicy {
  state: 'enabled', requires_mfa: true, users: ['All'], applications: ['Office365'],
  sign_in_risks: ['high', 'medium'], blocks: false
})

// fail: medium risks are left out
CREATE (:EntraTenant)<-[:IN_TENANT]-(:EntraConditionalAccessPolicy {
  state: 'enabled', requires_mfa: true, users: ['All'], applications: ['All'],
  sign_in_risks: ['high'], blocks: false
})

// fail: high risks are left out
CREATE (:EntraTenant)<-[:IN_TENANT]-(:EntraConditionalAccessPolicy {
  state: 'enabled', requires_mfa: true, users: ['All'], applications: ['All'],
  sign_in_risks: ['medium'], blocks: false
})

// pass: such sign-ins are blocked
CREATE (:EntraTenant)<-[:IN_TENANT]-(:EntraConditionalAccessPolicy {
  state: 'enabled', requires_mfa: false, users: ['All'], applications: ['All'],
  sign_in_risks: ['high', 'medium'], blocks: true
})

// pass: such a policy is on
CREATE (:EntraTenant)<-[:IN_TENANT]-(:EntraConditionalAccessPolicy {
  state: 'enabled', requires_mfa: true, users: ['All'], applications: ['All'],
  sign_in_risks: ['high', 'medium'], blocks: false
})

// unread: whether it is on
CREATE (:EntraTenant)<-[:IN_TENANT]-(:EntraConditionalAccessPolicy {
  requires_mfa: true, users: ['All'], applications: ['All'], sign_in_risks: ['high', 'medium'],
  blocks: false, unread: ['state']
})
