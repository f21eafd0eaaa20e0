// fail: nothing records
CREATE (:AwsRegion {records_configuration: false})

// pass: a recorder is on
CREATE (:AwsRegion {records_configuration: true})

// unread: its recorder
CREATE (:AwsRegion {unread: ['records_configuration']})
