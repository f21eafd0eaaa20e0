// fail: one of several
CREATE (:GcpProject {grants: [
  'roles/viewer user:ada@harbour.example',
  'roles/iam.serviceAccountUser user:ada@harbour.example'
]})

// fail: a group may make tokens
CREATE (:GcpProject {grants: [
  'roles/iam.serviceAccountTokenCreator group:crew@harbour.example if until 2027'
]})

// pass: another role
CREATE (:GcpProject {grants: ['roles/viewer user:ada@harbour.example']})

// pass: it is no person
CREATE (:GcpProject {grants: [
  'roles/iam.serviceAccountUser serviceAccount:crane@harbour.iam.gserviceaccount.com'
]})

// unread: its policy
CREATE (:GcpProject {unread: ['grants']})
