// fail: connections are cut
CREATE (:AwsClassicLoadBalancer {drains_connections: false})

// pass: they are drained
CREATE (:AwsClassicLoadBalancer {drains_connections: true})
