// fail: all subnets are in one zone
CREATE (vpc:AwsVpc)<-[:IN_VPC]-(:AwsSubnet {zone: 'eu-west-1a'})
CREATE (vpc)<-[:IN_VPC]-(:AwsSubnet {zone: 'eu-west-1a'})

// pass: two zones
CREATE (vpc:AwsVpc)<-[:IN_VPC]-(:AwsSubnet {zone: 'eu-west-1a'})
CREATE (vpc)<-[:IN_VPC]-(:AwsSubnet {zone: 'eu-west-1b'})

// pass: no subnet yet
CREATE (:AwsVpc)
