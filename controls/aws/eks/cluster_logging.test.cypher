// fail: nothing
CREATE (:AwsEksCluster {log_types: []})

// fail: not who signed in
CREATE (:AwsEksCluster {log_types: ['api', 'audit', 'controllerManager', 'scheduler']})

// pass: everything
CREATE (:AwsEksCluster {
  log_types: ['api', 'audit', 'authenticator', 'controllerManager', 'scheduler']
})

// unread: its description
CREATE (:AwsEksCluster {unread: ['log_types']})
