// fail: it is off
CREATE (:AwsDynamodbTable {has_point_in_time_recovery: false})

// pass: it is on
CREATE (:AwsDynamodbTable {has_point_in_time_recovery: true})

// unread: its backups could not be read
CREATE (:AwsDynamodbTable {unread: ['has_point_in_time_recovery', 'recovery_period_days']})
