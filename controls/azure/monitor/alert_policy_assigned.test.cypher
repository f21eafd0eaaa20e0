// fail: there is no alert
CREATE (:AzureSubscription {id: '/subscriptions/1'})

// fail: it is off
CREATE (subscription:AzureSubscription {id: '/subscriptions/1'})
CREATE (subscription)<-[:WATCHES]-(:AzureActivityLogAlert {
  is_enabled: false, is_narrowed: false,
  operations: ['microsoft.authorization/policyassignments/write']
})
  -[:NOTIFIES]->(:AzureActionGroup {is_enabled: true, receivers: ['email']})

// fail: it tells only of some
CREATE (subscription:AzureSubscription {id: '/subscriptions/1'})
CREATE (subscription)<-[:WATCHES]-(:AzureActivityLogAlert {
  is_enabled: true, is_narrowed: true,
  operations: ['microsoft.authorization/policyassignments/write']
})
  -[:NOTIFIES]->(:AzureActionGroup {is_enabled: true, receivers: ['email']})

// fail: it tells of something else
CREATE (subscription:AzureSubscription {id: '/subscriptions/1'})
CREATE (subscription)<-[:WATCHES]-(:AzureActivityLogAlert {
  is_enabled: true, is_narrowed: false,
  operations: ['another']
})
  -[:NOTIFIES]->(:AzureActionGroup {is_enabled: true, receivers: ['email']})

// fail: it reaches nobody
CREATE (subscription:AzureSubscription {id: '/subscriptions/1'})
CREATE (subscription)<-[:WATCHES]-(alert:AzureActivityLogAlert {
  is_enabled: true, is_narrowed: false,
  operations: ['microsoft.authorization/policyassignments/write']
})
CREATE (alert)-[:NOTIFIES]->(:AzureActionGroup {
  uid: '/subscriptions/2/off', is_enabled: false, receivers: ['email']
})
CREATE (alert)-[:NOTIFIES]->(:AzureActionGroup {
  uid: '/subscriptions/2/empty', is_enabled: true, receivers: []
})
CREATE (alert)-[:NOTIFIES]->(:Resource:Unseen {uid: '/subscriptions/1/gone'})

// fail: it watches another subscription
CREATE (subscription:AzureSubscription {id: '/subscriptions/1'})
CREATE (other:AzureSubscription {id: '/subscriptions/2', expect: 'pass'})
CREATE (other)<-[:WATCHES]-(:AzureActivityLogAlert {
  is_enabled: true, is_narrowed: false,
  operations: ['microsoft.authorization/policyassignments/write']
})
  -[:NOTIFIES]->(:AzureActionGroup {is_enabled: true, receivers: ['email']})

// pass: somebody is told
CREATE (subscription:AzureSubscription {id: '/subscriptions/1'})
CREATE (subscription)<-[:WATCHES]-(:AzureActivityLogAlert {
  is_enabled: true, is_narrowed: false,
  operations: ['microsoft.authorization/policyassignments/write']
})
  -[:NOTIFIES]->(:AzureActionGroup {is_enabled: true, receivers: ['email']})

// pass: by an action group of a subscription that is not known
CREATE (subscription:AzureSubscription {id: '/subscriptions/1'})
CREATE (subscription)<-[:WATCHES]-(:AzureActivityLogAlert {
  is_enabled: true, is_narrowed: false,
  operations: ['microsoft.authorization/policyassignments/write']
})
  -[:NOTIFIES]->(:Resource:Unseen {uid: '/subscriptions/2/alerts'})

// unread: whom the action group reaches
CREATE (subscription:AzureSubscription {id: '/subscriptions/1'})
CREATE (subscription)<-[:WATCHES]-(:AzureActivityLogAlert {
  is_enabled: true, is_narrowed: false,
  operations: ['microsoft.authorization/policyassignments/write']
})
  -[:NOTIFIES]->(:AzureActionGroup {is_enabled: true, unread: ['receivers']})
