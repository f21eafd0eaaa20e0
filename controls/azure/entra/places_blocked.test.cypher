// fail: there is no policy
CREATE (:EntraTenant)

// fail: it only reports
CREATE (:EntraTenant)<-[:IN_TENANT]-(:EntraConditionalAccessPolicy {
  state: 'enabledForReportingButNotEnforced', blocks: true, users: ['All'],
  locations: ['far away']
})

// fail: it does not block
CREATE (:EntraTenant)<-[:IN_TENANT]-(:EntraConditionalAccessPolicy {
  state: 'enabled', blocks: false, users: ['All'], locations: ['far away']
})

// fail: it is about some users
CREATE (:EntraTenant)<-[:IN_TENANT]-(:EntraConditionalAccessPolicy {
  state: 'enabled', blocks: true, users: ['someone'], locations: ['far away']
})

// fail: it is about no location
CREATE (:EntraTenant)<-[:IN_TENANT]-(:EntraConditionalAccessPolicy {
  state: 'enabled', blocks: true, users: ['All'], locations: []
})

// pass: such a policy is on
CREATE (:EntraTenant)<-[:IN_TENANT]-(:EntraConditionalAccessPolicy {
  state: 'enabled', blocks: true, users: ['All'], locations: ['far away']
})

// unread: whether it is on
CREATE (:EntraTenant)<-[:IN_TENANT]-(:EntraConditionalAccessPolicy {
  blocks: true, users: ['All'], locations: ['far away'], unread: ['state']
})
