// fail: nobody knows the other subscription
CREATE (:AzureSubscription {uid: '/subscriptions/a'})
CREATE (:AzureVirtualNetwork {uid: '/subscriptions/a/n'})
  -[:PEERED_WITH {state: 'Connected'}]->(:Resource:Unseen {uid: '/subscriptions/ab/n'})

// pass: it is one of ours
CREATE (:AzureSubscription {uid: '/subscriptions/a'})
CREATE (:AzureSubscription {uid: '/subscriptions/b'})
CREATE (:AzureVirtualNetwork {uid: '/subscriptions/a/n'})
  -[:PEERED_WITH {state: 'Connected'}]->(:Resource:Unseen {uid: '/subscriptions/b/n'})

// pass: the other side does not want it
CREATE (:AzureSubscription {uid: '/subscriptions/a'})
CREATE (:AzureVirtualNetwork {uid: '/subscriptions/a/n'})
  -[:PEERED_WITH {state: 'Initiated'}]->(:Resource:Unseen {uid: '/subscriptions/c/n'})
