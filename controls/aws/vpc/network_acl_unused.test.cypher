// fail: it guards no subnet
CREATE (:AwsNetworkAcl {is_default: false})

// pass: it guards one
CREATE (:AwsNetworkAcl {is_default: false})<-[:GUARDED_BY]-(:AwsSubnet)

// pass: it is a default one, which stays
CREATE (:AwsNetworkAcl {is_default: true})
