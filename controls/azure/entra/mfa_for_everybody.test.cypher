// fail: there is no policy
CREATE (:EntraTenant)

// fail: it only reports
CREATE (:EntraTenant)<-[:IN_TENANT]-(:EntraConditionalAccessPolicy {
  state: 'enabledForReportingButNotEnforced', holds_always: true, requires_mfa: true,
  users: ['All'], applications: ['All']
})

// fail: it holds only sometimes
CREATE (:EntraTenant)<-[:IN_TENANT]-(:EntraConditionalAccessPolicy {
  state: 'enabled', holds_always: false, requires_mfa: true, users: ['All'], applications: ['All']
})

// fail: it asks for something else
CREATE (:EntraTenant)<-[:IN_TENANT]-(:EntraConditionalAccessPolicy {
  state: 'enabled', holds_always: true, requires_mfa: false, users: ['All'], applications: ['All']
})

// fail: it is about some users
CREATE (:EntraTenant)<-[:IN_TENANT]-(:EntraConditionalAccessPolicy {
  state: 'enabled', holds_always: true, requires_mfa: true, users: ['someone'],
  applications: ['All']
})

// fail: it is about some applications
CREATE (:EntraTenant)<-[:IN_TENANT]-(:EntraConditionalAccessPolicy {
  state: 'enabled', holds_always: true, requires_mfa: true, users: ['All'],
  applications: ['Office365']
})

// pass: such a policy is on
CREATE (:EntraTenant)<-[:IN_TENANT]-(:EntraConditionalAccessPolicy {
  state: 'enabled', holds_always: true, requires_mfa: true, users: ['All'], applications: ['All']
})

// unread: whether it is on
CREATE (:EntraTenant)<-[:IN_TENANT]-(:EntraConditionalAccessPolicy {
  holds_always: true, requires_mfa: true, users: ['All'], applications: ['All'], unread: ['state']
})
