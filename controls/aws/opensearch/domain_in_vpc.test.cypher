// fail: on the internet
CREATE (:AwsOpensearchDomain {is_in_vpc: false})

// pass: in a network
CREATE (:AwsOpensearchDomain {is_in_vpc: true})
