// fail: one zone
CREATE (:AwsOpensearchDomain {is_multi_az: false, instance_count: 3})

// fail: two nodes
CREATE (:AwsOpensearchDomain {is_multi_az: true, instance_count: 2})

// pass: three nodes in several zones
CREATE (:AwsOpensearchDomain {is_multi_az: true, instance_count: 3})
