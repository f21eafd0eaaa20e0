// fail: it only watches
CREATE (:AwsClassicLoadBalancer {desync_mitigation: 'monitor'})

// pass: it refuses what is surely bad
CREATE (:AwsClassicLoadBalancer {desync_mitigation: 'defensive'})
