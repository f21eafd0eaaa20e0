// fail: it takes what others forward
CREATE (:AzureVirtualNetwork {account: 'a'})
  -[:PEERED_WITH {
    state: 'Connected', allows_forwarded_traffic: true, uses_gateway: false, shares_gateway: false
  }]->(:Resource:Unseen {uid: '/subscriptions/b/n'})

// fail: it shares its gateway
CREATE (:AzureVirtualNetwork {account: 'a'})
  -[:PEERED_WITH {
    state: 'Connected', allows_forwarded_traffic: false, uses_gateway: false, shares_gateway: true
  }]->(:Resource:Unseen {uid: '/subscriptions/b/n'})

// pass: neither
CREATE (:AzureVirtualNetwork {account: 'a'})
  -[:PEERED_WITH {
    state: 'Connected', allows_forwarded_traffic: false, uses_gateway: false,
    shares_gateway: false
  }]->(:Resource:Unseen {uid: '/subscriptions/b/n'})

// pass: within the subscription, whose id comes in any case
CREATE (:AzureVirtualNetwork {account: 'A'})
  -[:PEERED_WITH {
    state: 'Connected', allows_forwarded_traffic: true, uses_gateway: false, shares_gateway: true
  }]->(:Resource:Unseen {uid: '/subscriptions/a/n'})

// pass: a spoke of the other's
CREATE (:AzureVirtualNetwork {account: 'a'})
  -[:PEERED_WITH {
    state: 'Connected', allows_forwarded_traffic: true, uses_gateway: true, shares_gateway: false
  }]->(:Resource:Unseen {uid: '/subscriptions/b/n'})

// pass: the other side does not want it
CREATE (:AzureVirtualNetwork {account: 'a'})
  -[:PEERED_WITH {
    state: 'Initiated', allows_forwarded_traffic: true, uses_gateway: false, shares_gateway: true
  }]->(:Resource:Unseen {uid: '/subscriptions/b/n'})
