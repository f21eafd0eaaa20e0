// fail: the policy used where none is named
CREATE (:AwsLoadBalancerListener {ssl_policy: 'ELBSecurityPolicy-2016-08'})

// fail: TLS 1.1
CREATE (:AwsLoadBalancerListener {ssl_policy: 'ELBSecurityPolicy-TLS13-1-1-2021-06'})

// pass: TLS 1.2 and later
CREATE (:AwsLoadBalancerListener {ssl_policy: 'ELBSecurityPolicy-TLS13-1-2-2021-06'})

// pass: no TLS at all, which is for another control
CREATE (:AwsLoadBalancerListener {protocol: 'HTTP'})
