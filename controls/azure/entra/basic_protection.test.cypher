// fail: they are off, and nothing stands for them
CREATE (:EntraTenant {has_security_defaults: false})

// fail: it does not say
CREATE (:EntraTenant)

// fail: what stands for them only reports
CREATE (:EntraTenant {has_security_defaults: false})
  <-[:IN_TENANT]-(:EntraConditionalAccessPolicy {
    state: 'enabledForReportingButNotEnforced', holds_always: true, requires_mfa: true,
    users: ['All'], applications: ['All']
  })

// fail: it holds only sometimes
CREATE (:EntraTenant {has_security_defaults: false})
  <-[:IN_TENANT]-(:EntraConditionalAccessPolicy {
    state: 'enabled', holds_always: false, requires_mfa: true,
    users: ['All'], applications: ['All']
  })

// fail: it asks for no second factor
CREATE (:EntraTenant {has_security_defaults: false})
  <-[:IN_TENANT]-(:EntraConditionalAccessPolicy {
    state: 'enabled', holds_always: true, requires_mfa: false,
    users: ['All'], applications: ['All']
  })

// fail: it is about some users
CREATE (:EntraTenant {has_security_defaults: false})
  <-[:IN_TENANT]-(:EntraConditionalAccessPolicy {
    state: 'enabled', holds_always: true, requires_mfa: true,
    users: ['someone'], applications: ['All']
  })

// fail: it is about some applications
CREATE (:EntraTenant {has_security_defaults: false})
  <-[:IN_TENANT]-(:EntraConditionalAccessPolicy {
    state: 'enabled', holds_always: true, requires_mfa: true,
    users: ['All'], applications: ['Office365']
  })

// pass: they are on
CREATE (:EntraTenant {has_security_defaults: true})

// pass: a policy stands for them
CREATE (:EntraTenant {has_security_defaults: false})
  <-[:IN_TENANT]-(:EntraConditionalAccessPolicy {
    state: 'enabled', holds_always: true, requires_mfa: true,
    users: ['All'], applications: ['All']
  })

// unread: whether they are on
CREATE (:EntraTenant {unread: ['has_security_defaults']})
