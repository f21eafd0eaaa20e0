// fail: something is in it
CREATE (:AwsVpc {is_default: true})<-[:IN_VPC]-(:AwsNetworkInterface)

// pass: nothing is
CREATE (:AwsVpc {is_default: true})

// pass: something is in another VPC
CREATE (:AwsVpc {is_default: false})<-[:IN_VPC]-(:AwsNetworkInterface)
