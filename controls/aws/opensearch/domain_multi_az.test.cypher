// fail: one zone
CREATE (:AwsOpensearchDomain {is_multi_az: false, instance_count: 3})

// fail: one node
CREATE (:AwsOpensearchDomain {is_multi_az: true, instance_count: 1})

// pass: two nodes in two zones
CREATE (:AwsOpensearchDomain {is_multi_az: true, instance_count: 2})
