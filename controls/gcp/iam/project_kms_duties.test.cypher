// fail: one has both
CREATE (:GcpProject {grants: [
  'roles/cloudkms.admin user:ada@harbour.example', 'roles/cloudkms.admin user:bob@harbour.example',
  'roles/cloudkms.cryptoKeyDecrypter user:ada@harbour.example if until 2027',
  'roles/viewer user:ada@harbour.example'
]})

// pass: two have one each
CREATE (:GcpProject {grants: [
  'roles/cloudkms.admin user:ada@harbour.example',
  'roles/cloudkms.cryptoKeyEncrypterDecrypter user:bob@harbour.example'
]})

// pass: managing alone, and using alone
CREATE (:GcpProject {grants: [
  'roles/cloudkms.admin user:ada@harbour.example', 'roles/viewer user:ada@harbour.example'
]})
CREATE (:GcpProject {grants: [
  'roles/cloudkms.cryptoKeyEncrypter user:ada@harbour.example',
  'roles/viewer user:ada@harbour.example'
]})

// unread: its policy
CREATE (:GcpProject {unread: ['grants']})
