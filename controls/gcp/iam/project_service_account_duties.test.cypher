// fail: one has both
CREATE (:GcpProject {grants: [
  'roles/iam.serviceAccountAdmin user:ada@harbour.example',
  'roles/iam.serviceAccountAdmin user:bob@harbour.example',
  'roles/iam.serviceAccountUser user:ada@harbour.example if until 2027',
  'roles/viewer user:ada@harbour.example'
]})

// pass: two have one each
CREATE (:GcpProject {grants: [
  'roles/iam.serviceAccountAdmin user:ada@harbour.example',
  'roles/iam.serviceAccountUser user:bob@harbour.example'
]})

// pass: managing alone, and acting alone
CREATE (:GcpProject {grants: [
  'roles/iam.serviceAccountAdmin user:ada@harbour.example', 'roles/viewer user:ada@harbour.example'
]})
CREATE (:GcpProject {grants: [
  'roles/iam.serviceAccountUser user:ada@harbour.example', 'roles/viewer user:ada@harbour.example'
]})

// unread: its policy
CREATE (:GcpProject {unread: ['grants']})
