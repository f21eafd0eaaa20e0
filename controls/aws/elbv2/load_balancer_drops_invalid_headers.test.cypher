// fail: they are passed on
CREATE (:AwsLoadBalancer {type: 'application', drops_invalid_headers: false})

// pass: they are dropped
CREATE (:AwsLoadBalancer {type: 'application', drops_invalid_headers: true})

// pass: a network load balancer, which reads none
CREATE (:AwsLoadBalancer {type: 'network', drops_invalid_headers: false})

// unread: its attributes could not be read
CREATE (:AwsLoadBalancer {type: 'application', unread: ['drops_invalid_headers']})
