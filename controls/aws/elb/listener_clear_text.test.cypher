// fail: HTTP
CREATE (:AwsClassicLoadBalancer {is_internet_facing: true})
  -[:HAS_LISTENER]->(:AwsClassicLoadBalancerListener {protocol: 'HTTP'})

// pass: HTTPS
CREATE (:AwsClassicLoadBalancer {is_internet_facing: true})
  -[:HAS_LISTENER]->(:AwsClassicLoadBalancerListener {protocol: 'HTTPS'})

// pass: HTTP inside the network
CREATE (:AwsClassicLoadBalancer {is_internet_facing: false})
  -[:HAS_LISTENER]->(:AwsClassicLoadBalancerListener {protocol: 'HTTP'})
