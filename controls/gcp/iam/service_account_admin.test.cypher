// fail: an owner
CREATE (:GcpServiceAccount {is_default: false})
  <-[:GRANTS_TO {roles: ['roles/viewer', 'roles/owner']}]-(:GcpProject)

// fail: an administrator of something
CREATE (:GcpServiceAccount {is_default: false})
  <-[:GRANTS_TO {roles: ['roles/compute.instanceAdmin.v1']}]-(:GcpProject)

// fail: in two projects, found once
CREATE (account:GcpServiceAccount {is_default: false})
  <-[:GRANTS_TO {roles: ['roles/iam.securityAdmin']}]-(:GcpProject)
CREATE (account)<-[:GRANTS_TO {roles: ['roles/editor']}]-(:GcpProject)

// pass: no administrator
CREATE (:GcpServiceAccount {is_default: false})
  <-[:GRANTS_TO {roles: ['roles/viewer', 'roles/storage.objectViewer']}]-(:GcpProject)

// pass: the default account is for another control
CREATE (:GcpServiceAccount {is_default: true})<-[:GRANTS_TO {roles: ['roles/editor']}]-(:GcpProject)

// pass: without any role
CREATE (:GcpServiceAccount {is_default: false})

// unread: who has which role
CREATE (:GcpServiceAccount {is_default: false}), (:GcpProject {unread: ['GRANTS_TO']})
