// fail: no trail that counts leads to the filter
CREATE (:AwsAccount {id: '1'})
CREATE (group:AwsLogGroup)
  <-[:FILTERS]-(:AwsLogMetricFilter {terms: [
    '$.eventName=CreateNetworkAcl', '$.eventName=CreateNetworkAclEntry',
    '$.eventName=DeleteNetworkAcl', '$.eventName=DeleteNetworkAclEntry',
    '$.eventName=ReplaceNetworkAclEntry', '$.eventName=ReplaceNetworkAclAssociation'
  ]})
  <-[:WATCHES]-(:AwsCloudwatchAlarm {are_actions_enabled: true})
  -[:NOTIFIES {on_alarm: true}]->(:Resource:AwsSnsTopic {subscription_protocols: ['email']})
CREATE (:AwsCloudTrailTrail {
  account: '1', is_multi_region: false, is_logging: true, logs_management_writes: true
})-[:SENDS_TO]->(group)
CREATE (:AwsCloudTrailTrail {
  account: '1', is_multi_region: true, is_logging: false, logs_management_writes: true
})-[:SENDS_TO]->(group)
CREATE (:AwsCloudTrailTrail {
  account: '1', is_multi_region: true, is_logging: true, logs_management_writes: false
})-[:SENDS_TO]->(group)
CREATE (:AwsCloudTrailTrail {
  account: '2', is_multi_region: true, is_logging: true, logs_management_writes: true
})-[:SENDS_TO]->(group)

// fail: no alarm on the filter reaches anybody
CREATE (:AwsAccount {id: '1'})
CREATE (:AwsCloudTrailTrail {
  account: '1', is_multi_region: true, is_logging: true, logs_management_writes: true
})-[:SENDS_TO]->(:AwsLogGroup)
  <-[:FILTERS]-(rule:AwsLogMetricFilter {terms: [
    '$.eventName=CreateNetworkAcl', '$.eventName=CreateNetworkAclEntry',
    '$.eventName=DeleteNetworkAcl', '$.eventName=DeleteNetworkAclEntry',
    '$.eventName=ReplaceNetworkAclEntry', '$.eventName=ReplaceNetworkAclAssociation'
  ]})
CREATE (rule)<-[:WATCHES]-(:AwsCloudwatchAlarm {are_actions_enabled: false})
  -[:NOTIFIES {on_alarm: true}]->(:Resource:AwsSnsTopic {subscription_protocols: ['email']})
CREATE (rule)<-[:WATCHES]-(alarm:AwsCloudwatchAlarm {are_actions_enabled: true})
  -[:NOTIFIES {on_alarm: false}]->(:Resource:AwsSnsTopic {subscription_protocols: ['email']})
CREATE (alarm)-[:NOTIFIES {on_alarm: true}]->(:Resource:AwsSnsTopic {
  uid: 'arn:aws:sns:r:2:quiet', subscription_protocols: []
})
CREATE (alarm)-[:NOTIFIES {on_alarm: true}]->(:Resource:Unseen {uid: 'arn:aws:sns:r:1:gone'})

// fail: one of them is missing
CREATE (:AwsAccount {id: '1'})
CREATE (:AwsCloudTrailTrail {
  account: '1', is_multi_region: true, is_logging: true, logs_management_writes: true
})-[:SENDS_TO]->(:AwsLogGroup)
  <-[:FILTERS]-(:AwsLogMetricFilter {terms: [
    '$.eventName=CreateNetworkAcl', '$.eventName=CreateNetworkAclEntry',
    '$.eventName=DeleteNetworkAcl', '$.eventName=DeleteNetworkAclEntry',
    '$.eventName=ReplaceNetworkAclEntry'
  ]})
  <-[:WATCHES]-(:AwsCloudwatchAlarm {are_actions_enabled: true})
  -[:NOTIFIES {on_alarm: true}]->(:Resource:AwsSnsTopic {subscription_protocols: ['email']})

// pass: somebody is told
CREATE (:AwsAccount {id: '1'})
CREATE (:AwsCloudTrailTrail {
  account: '1', is_multi_region: true, is_logging: true, logs_management_writes: true
})-[:SENDS_TO]->(:AwsLogGroup)
  <-[:FILTERS]-(:AwsLogMetricFilter {terms: [
    '$.eventName=CreateNetworkAcl', '$.eventName=CreateNetworkAclEntry',
    '$.eventName=DeleteNetworkAcl', '$.eventName=DeleteNetworkAclEntry',
    '$.eventName=ReplaceNetworkAclEntry', '$.eventName=ReplaceNetworkAclAssociation'
  ]})
  <-[:WATCHES]-(:AwsCloudwatchAlarm {are_actions_enabled: true})
  -[:NOTIFIES {on_alarm: true}]->(:Resource:AwsSnsTopic {subscription_protocols: ['email']})

// pass: by the organisation's trail
CREATE (:AwsAccount {id: '1'})
CREATE (:AwsCloudTrailTrail {
  account: '2', is_multi_region: true, is_logging: true, logs_management_writes: true,
  is_organization_trail: true
})-[:SENDS_TO]->(:AwsLogGroup)
  <-[:FILTERS]-(:AwsLogMetricFilter {terms: [
    '$.eventName=CreateNetworkAcl', '$.eventName=CreateNetworkAclEntry',
    '$.eventName=DeleteNetworkAcl', '$.eventName=DeleteNetworkAclEntry',
    '$.eventName=ReplaceNetworkAclEntry', '$.eventName=ReplaceNetworkAclAssociation'
  ]})
  <-[:WATCHES]-(:AwsCloudwatchAlarm {are_actions_enabled: true})
  -[:NOTIFIES {on_alarm: true}]->(:Resource:AwsSnsTopic {subscription_protocols: ['email']})

// pass: by a topic of an account that is not known
CREATE (:AwsAccount {id: '1'})
CREATE (:AwsCloudTrailTrail {
  account: '1', is_multi_region: true, is_logging: true, logs_management_writes: true
})-[:SENDS_TO]->(:AwsLogGroup)
  <-[:FILTERS]-(:AwsLogMetricFilter {terms: [
    '$.eventName=CreateNetworkAcl', '$.eventName=CreateNetworkAclEntry',
    '$.eventName=DeleteNetworkAcl', '$.eventName=DeleteNetworkAclEntry',
    '$.eventName=ReplaceNetworkAclEntry', '$.eventName=ReplaceNetworkAclAssociation'
  ]})
  <-[:WATCHES]-(:AwsCloudwatchAlarm {are_actions_enabled: true})
  -[:NOTIFIES {on_alarm: true}]->(:Resource:Unseen {uid: 'arn:aws:sns:r:2:alerts'})

// unread: the alarms on the filter's metric
CREATE (:AwsAccount {id: '1'})
CREATE (:AwsCloudTrailTrail {
  account: '1', is_multi_region: true, is_logging: true, logs_management_writes: true
})-[:SENDS_TO]->(:AwsLogGroup)
  <-[:FILTERS]-(:AwsLogMetricFilter {unread: ['WATCHES'], terms: [
    '$.eventName=CreateNetworkAcl'
  ]})
