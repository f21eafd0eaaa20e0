// fail: one of several
CREATE (:GcpProject {grants: [
  'roles/viewer user:ada@harbour.example', 'roles/editor user:Eve@Gmail.com if until 2027'
]})

// pass: accounts of the company
CREATE (:GcpProject {grants: [
  'roles/viewer user:ada@harbour.example', 'roles/viewer group:gmail.com@harbour.example',
  'roles/viewer allUsers'
]})

// unread: its policy
CREATE (:GcpProject {unread: ['grants']})
