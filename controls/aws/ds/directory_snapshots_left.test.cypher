// fail: for one only
CREATE (:AwsDirectory {snapshots_left: 1})

// pass: for two
CREATE (:AwsDirectory {snapshots_left: 2})

// pass: it has none
CREATE (:AwsDirectory {type: 'ADConnector'})
