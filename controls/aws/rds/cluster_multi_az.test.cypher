// fail: one zone
CREATE (:AwsRdsCluster {is_multi_az: false})

// pass: several
CREATE (:AwsRdsCluster {is_multi_az: true})
