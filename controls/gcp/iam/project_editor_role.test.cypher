// fail: a group, among others
CREATE (:GcpProject {grants: [
  'roles/editor group:crew@harbour.example', 'roles/owner user:ada@harbour.example'
]})

// pass: another role
CREATE (:GcpProject {grants: ['roles/owner user:ada@harbour.example']})

// pass: a service account is for another control
CREATE (:GcpProject {grants: ['roles/editor serviceAccount:1@cloudservices.gserviceaccount.com']})

// unread: its policy
CREATE (:GcpProject {unread: ['grants']})
