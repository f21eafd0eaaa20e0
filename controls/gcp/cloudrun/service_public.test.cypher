// fail: its policy lets anyone call it
CREATE (:GcpCloudRunService {public_roles: ['roles/run.invoker'], checks_invokers: true})

// fail: it asks for no policy
CREATE (:GcpCloudRunService {public_roles: [], checks_invokers: false})

// pass: nobody calls it without a name
CREATE (:GcpCloudRunService {public_roles: [], checks_invokers: true})

// unread: its policy
CREATE (:GcpCloudRunService {checks_invokers: true, unread: ['public_roles']})
