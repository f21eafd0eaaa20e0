// fail: only when somebody asks
CREATE (:AwsEcrRepository {scan_frequency: 'MANUAL'})

// pass: on push
CREATE (:AwsEcrRepository {scan_frequency: 'SCAN_ON_PUSH'})

// pass: all the time
CREATE (:AwsEcrRepository {scan_frequency: 'CONTINUOUS_SCAN'})

// unread: its scanning
CREATE (:AwsEcrRepository {unread: ['scan_frequency']})
