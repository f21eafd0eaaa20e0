// fail: HTTP without a redirect
CREATE (:AwsLoadBalancer {is_internet_facing: true})
  -[:HAS_LISTENER]->(:AwsLoadBalancerListener {protocol: 'HTTP', redirects_to_https: false})

// pass: HTTP that redirects
CREATE (:AwsLoadBalancer {is_internet_facing: true})
  -[:HAS_LISTENER]->(:AwsLoadBalancerListener {protocol: 'HTTP', redirects_to_https: true})

// pass: HTTPS
CREATE (:AwsLoadBalancer {is_internet_facing: true})
  -[:HAS_LISTENER]->(:AwsLoadBalancerListener {protocol: 'HTTPS', redirects_to_https: false})

// pass: HTTP inside the network
CREATE (:AwsLoadBalancer {is_internet_facing: false})
  -[:HAS_LISTENER]->(:AwsLoadBalancerListener {protocol: 'HTTP', redirects_to_https: false})
