// fail: unused
CREATE (:AwsElasticAddress {is_associated: false})

// pass: in use
CREATE (:AwsElasticAddress {is_associated: true})
