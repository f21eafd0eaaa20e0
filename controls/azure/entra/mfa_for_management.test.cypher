// fail: there is no policy
CREATE (:EntraTenant)

// fail: it only reports
CREATE (:EntraTenant)<-[:IN_TENANT]-(:EntraConditionalAccessPolicy {
  state: 'enabledForReportingButNotEnforced', holds_always: true, requires_mfa: true,
  users: ['All'], applications: ['797f4846-ba00-4fd7-ba43-dac1f8f63013']
})

// fail: it holds only sometimes
CREATE (:EntraTenant)<-[:IN_TENANT]-(:EntraConditionalAccessPolicy {
  state: 'enabled', holds_always: false, requires_mfa: true, users: ['All'],
  applications: ['797f4846-ba00-4fd7-ba43-dac1f8f63013']
})

// fail: it asks for something else
CREATE (:EntraTenant)<-[:IN_TENANT]-(:EntraConditionalAccessPolicy {
  state: 'enabled', holds_always: true, requires_mfa: false, users: ['All'],
  applications: ['797f4846-ba00-4fd7-ba43-dac1f8f63013']
})

// fail: it is about some users
CREATE (:EntraTenant)<-[:IN_TENANT]-(:EntraConditionalAccessPolicy {
  state: 'enabled', holds_always: true, requires_mfa: true, users: ['someone'],
  applications: ['797f4846-ba00-4fd7-ba43-dac1f8f63013']
})

// fail: it is about another application
CREATE (:EntraTenant)<-[:IN_TENANT]-(:EntraConditionalAccessPolicy {
  state: 'enabled', holds_always: true, requires_mfa: true, users: ['All'],
  applications: ['Office365']
})

// pass: a policy about all applications is on
CREATE (:EntraTenant)<-[:IN_TENANT]-(:EntraConditionalAccessPolicy {
  state: 'enabled', holds_always: true, requires_mfa: true, users: ['All'],
  applications: ['Office365', 'All']
})

// pass: such a policy is on
CREATE (:EntraTenant)<-[:IN_TENANT]-(:EntraConditionalAccessPolicy {
  state: 'enabled', holds_always: true, requires_mfa: true, users: ['All'],
  applications: ['797f4846-ba00-4fd7-ba43-dac1f8f63013']
})

// unread: whether it is on
CREATE (:EntraTenant)<-[:IN_TENANT]-(:EntraConditionalAccessPolicy {
  holds_always: true, requires_mfa: true, users: ['All'],
  applications: ['797f4846-ba00-4fd7-ba43-dac1f8f63013'], unread: ['state']
})
