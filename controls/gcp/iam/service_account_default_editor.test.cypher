// fail: an editor, among others
CREATE (:GcpServiceAccount {is_default: true})
  <-[:GRANTS_TO {roles: ['roles/viewer', 'roles/editor']}]-(:GcpProject)

// pass: no editor
CREATE (:GcpServiceAccount {is_default: true})
  <-[:GRANTS_TO {roles: ['roles/logging.logWriter']}]-(:GcpProject)

// pass: another account, for another control
CREATE (:GcpServiceAccount {is_default: false})
  <-[:GRANTS_TO {roles: ['roles/editor']}]-(:GcpProject)
