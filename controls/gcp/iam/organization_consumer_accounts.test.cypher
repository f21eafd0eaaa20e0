// fail: one of several
CREATE (:GcpOrganization {grants: [
  'roles/viewer user:ada@harbour.example', 'roles/editor user:Eve@Gmail.com if until 2027'
]})

// pass: accounts of the company
CREATE (:GcpOrganization {grants: [
  'roles/viewer user:ada@harbour.example', 'roles/viewer group:gmail.com@harbour.example',
  'roles/viewer domain:harbour.example'
]})

// unread: its policy
CREATE (:GcpOrganization {unread: ['grants']})
