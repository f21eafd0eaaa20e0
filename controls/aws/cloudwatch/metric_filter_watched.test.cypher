// fail: no alarm
CREATE (:AwsLogMetricFilter), (:Resource:AwsCloudwatchAlarm)

// pass: an alarm
CREATE (:AwsLogMetricFilter)<-[:WATCHES]-(:Resource:AwsCloudwatchAlarm)

// unread: its alarms
CREATE (:AwsLogMetricFilter {unread: ['WATCHES']})
