// fail: off
CREATE (:AwsCloudwatchAlarm {are_actions_enabled: false})

// pass: on
CREATE (:AwsCloudwatchAlarm {are_actions_enabled: true})
