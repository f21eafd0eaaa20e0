// fail: it does nothing
CREATE (:AwsCloudwatchAlarm {built_in_actions: []}), (:Resource:AwsSnsTopic)

// fail: it tells when all is well
CREATE (:AwsCloudwatchAlarm {built_in_actions: []})
  -[:NOTIFIES {on_alarm: false}]->(:Resource:AwsSnsTopic)

// pass: it tells a topic
CREATE (:AwsCloudwatchAlarm {built_in_actions: []})
  -[:NOTIFIES {on_alarm: true}]->(:Resource:AwsSnsTopic)

// pass: it stops an instance
CREATE (:AwsCloudwatchAlarm {built_in_actions: ['arn:aws:automate:eu-west-1:ec2:stop']})

// pass: another one is made of it
CREATE (:AwsCloudwatchAlarm {built_in_actions: []})
  <-[:COMBINES]-(:AwsCloudwatchAlarm {built_in_actions: ['x'], expect: 'pass'})
