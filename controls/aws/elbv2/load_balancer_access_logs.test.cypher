// fail: an application load balancer
CREATE (:AwsLoadBalancer {is_access_logged: false, type: 'application'})

// fail: a network load balancer
CREATE (:AwsLoadBalancer {is_access_logged: false, type: 'network'})

// pass: requests are logged
CREATE (:AwsLoadBalancer {is_access_logged: true, type: 'application'})

// pass: a gateway load balancer, which has no such logs
CREATE (:AwsLoadBalancer {is_access_logged: false, type: 'gateway'})

// unread: its attributes could not be read
CREATE (:AwsLoadBalancer {type: 'application', unread: ['is_access_logged']})
