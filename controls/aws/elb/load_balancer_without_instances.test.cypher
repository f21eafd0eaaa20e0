// fail: no instance is registered
CREATE (:AwsClassicLoadBalancer)

// pass: one is
CREATE (:AwsClassicLoadBalancer)-[:ROUTES_TO]->(:Resource:AwsEc2Instance)

// pass: one is that was not read
CREATE (:AwsClassicLoadBalancer)-[:ROUTES_TO]->(:Resource:Unseen)
