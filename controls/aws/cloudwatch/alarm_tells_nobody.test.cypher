// fail: nobody has subscribed
CREATE (:AwsCloudwatchAlarm)
  -[:NOTIFIES {on_alarm: true}]->(:Resource:AwsSnsTopic {subscription_protocols: []})

// fail: the topic is gone
CREATE (:AwsCloudwatchAlarm {account: '1'})
  -[:NOTIFIES {on_alarm: true}]->(:Resource:Unseen {uid: 'arn:aws:sns:eu-west-1:1:gone'})

// pass: somebody has subscribed
CREATE (:AwsCloudwatchAlarm {account: '1'})-[:NOTIFIES {on_alarm: true}]->(:Resource:AwsSnsTopic {
  uid: 'arn:aws:sns:eu-west-1:1:there', subscription_protocols: ['email']
})

// pass: the topic of another account
CREATE (:AwsCloudwatchAlarm {account: '1'})
  -[:NOTIFIES {on_alarm: true}]->(:Resource:Unseen {uid: 'arn:aws:sns:eu-west-1:2:alerts'})

// pass: a scaling policy, which is not read
CREATE (:AwsCloudwatchAlarm {account: '1'})
  -[:NOTIFIES {on_alarm: true}]->(:Resource:Unseen {uid: 'arn:aws:autoscaling:eu-west-1:1:x'})

// pass: nobody is told when all is well
CREATE (:AwsCloudwatchAlarm)
  -[:NOTIFIES {on_alarm: false}]->(:Resource:AwsSnsTopic {subscription_protocols: []})

// unread: who has subscribed
CREATE (:AwsCloudwatchAlarm)
  -[:NOTIFIES {on_alarm: true}]->(:Resource:AwsSnsTopic {unread: ['subscription_protocols']})
