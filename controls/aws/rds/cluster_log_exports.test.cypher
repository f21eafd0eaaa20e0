// fail: no log is exported
CREATE (:AwsRdsCluster {log_exports: []})

// pass: one is
CREATE (:AwsRdsCluster {log_exports: ['audit']})
