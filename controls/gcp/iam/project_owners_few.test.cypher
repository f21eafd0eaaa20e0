// fail: four
CREATE (:GcpProject {grants: [
  'roles/owner user:a@harbour.example', 'roles/owner user:b@harbour.example',
  'roles/owner user:c@harbour.example', 'roles/owner group:crew@harbour.example'
]})

// pass: three
CREATE (:GcpProject {grants: [
  'roles/owner user:a@harbour.example', 'roles/owner user:b@harbour.example',
  'roles/owner user:c@harbour.example', 'roles/viewer group:crew@harbour.example'
]})

// unread: its policy
CREATE (:GcpProject {unread: ['grants']})
