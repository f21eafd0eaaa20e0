// fail: its policy lets anyone in
CREATE (:GcpStorageBucket {
  public_roles: ['roles/storage.objectViewer'], public_acl: [], uniform_access: true,
  public_access_prevention: 'inherited'
})

// fail: nothing is said of its prevention
CREATE (:GcpStorageBucket {
  public_roles: ['roles/storage.objectViewer'], public_acl: [], uniform_access: true
})

// fail: its lists let anyone in
CREATE (:GcpStorageBucket {
  public_roles: [], public_acl: ['READER allUsers'], uniform_access: false,
  public_access_prevention: 'inherited'
})

// fail: its lists do, and nothing is said of whether they count
CREATE (:GcpStorageBucket {public_roles: [], public_acl: ['READER allUsers']})

// pass: nobody is let in
CREATE (:GcpStorageBucket {public_roles: [], public_acl: [], uniform_access: false})

// pass: its lists do not count
CREATE (:GcpStorageBucket {
  public_roles: [], public_acl: ['READER allUsers'], uniform_access: true,
  public_access_prevention: 'inherited'
})

// pass: all of it is prevented
CREATE (:GcpStorageBucket {
  public_roles: ['roles/storage.objectViewer'], public_acl: ['READER allUsers'],
  uniform_access: false, public_access_prevention: 'enforced'
})

// unread: its policy
CREATE (:GcpStorageBucket {public_acl: [], unread: ['public_roles']})
