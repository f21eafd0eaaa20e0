// fail: its policy lets anyone call it
CREATE (:GcpCloudFunction {public_roles: ['roles/cloudfunctions.invoker']})

// fail: its service's policy does
CREATE (:GcpCloudFunction {public_roles: []})
  -[:BACKED_BY]->(:GcpCloudRunService {public_roles: ['roles/run.invoker'], checks_invokers: true})

// fail: its service asks for no policy
CREATE (:GcpCloudFunction {public_roles: []})
  -[:BACKED_BY]->(:GcpCloudRunService {public_roles: [], checks_invokers: false})

// pass: nobody calls it without a name
CREATE (:GcpCloudFunction {public_roles: []})
  -[:BACKED_BY]->(:GcpCloudRunService {public_roles: [], checks_invokers: true})

// pass: of the first generation, it has no service
CREATE (:GcpCloudFunction {public_roles: []})

// unread: its policy
CREATE (:GcpCloudFunction {unread: ['public_roles']})

// unread: its service's policy
CREATE (:GcpCloudFunction {public_roles: []})
  -[:BACKED_BY]->(:GcpCloudRunService {checks_invokers: true, unread: ['public_roles']})
