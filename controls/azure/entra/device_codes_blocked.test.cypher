// fail: there is no policy
CREATE (:EntraTenant)

// fail: it only reports
CREATE (:EntraTenant)<-[:IN_TENANT]-(:EntraConditionalAccessPolicy {
  state: 'enabledForReportingButNotEnforced', blocks: true, users: ['All'], applications: ['All'],
  transfer_methods: ['deviceCodeFlow', 'authenticationTransfer']
})

// fail: it does not block
CREATE (:EntraTenant)<-[:IN_TENANT]-(:EntraConditionalAccessPolicy {
  state: 'enabled', blocks: false, users: ['All'], applications: ['All'],
  transfer_methods: ['deviceCodeFlow', 'authenticationTransfer']
})

// fail: it is about some users
CREATE (:EntraTenant)<-[:IN_TENANT]-(:EntraConditionalAccessPolicy {
  state: 'enabled', blocks: true, users: ['someone'], applications: ['All'],
  transfer_methods: ['deviceCodeFlow', 'authenticationTransfer']
})

// fail: it is about some applications
CREATE (:EntraTenant)<-[:IN_TENANT]-(:EntraConditionalAccessPolicy {
  state: 'enabled', blocks: true, users: ['All'], applications: ['Office365'],
  transfer_methods: ['deviceCodeFlow', 'authenticationTransfer']
})

// fail: it is about another way
CREATE (:EntraTenant)<-[:IN_TENANT]-(:EntraConditionalAccessPolicy {
  state: 'enabled', blocks: true, users: ['All'], applications: ['All'],
  transfer_methods: ['authenticationTransfer']
})

// pass: such a policy is on
CREATE (:EntraTenant)<-[:IN_TENANT]-(:EntraConditionalAccessPolicy {
  state: 'enabled', blocks: true, users: ['All'], applications: ['All'],
  transfer_methods: ['deviceCodeFlow', 'authenticationTransfer']
})

// unread: whether it is on
CREATE (:EntraTenant)<-[:IN_TENANT]-(:EntraConditionalAccessPolicy {
  blocks: true, users: ['All'], applications: ['All'],
  transfer_methods: ['deviceCodeFlow', 'authenticationTransfer'], unread: ['state']
})
