// fail: one member has both
CREATE (:GcpProject {grants: [
  'roles/cloudkms.admin user:ada@example.com',
  'roles/cloudkms.cryptoKeyDecrypter user:ada@example.com'
]})

// fail: one of both on a condition
CREATE (:GcpProject {grants: [
  'roles/cloudkms.admin user:ada@example.com if in 2027',
  'roles/cloudkms.cryptoKeyEncrypterDecrypter user:ada@example.com if at night',
  'roles/viewer user:ada@example.com'
]})

// pass: two members have one each
CREATE (:GcpProject {grants: [
  'roles/cloudkms.admin user:ada@example.com',
  'roles/cloudkms.cryptoKeyDecrypter user:bob@example.com'
]})

// pass: the other role is about other things
CREATE (:GcpProject {grants: [
  'roles/cloudkms.admin user:ada@example.com', 'roles/viewer user:ada@example.com'
]})

// pass: nobody keeps them
CREATE (:GcpProject {grants: ['roles/cloudkms.cryptoKeyDecrypter user:ada@example.com']})

// unread: its policy
CREATE (:GcpProject {unread: ['grants']})
