// fail: each zone is on its own
CREATE (:AwsClassicLoadBalancer {is_cross_zone: false})

// pass: all zones share
CREATE (:AwsClassicLoadBalancer {is_cross_zone: true})
