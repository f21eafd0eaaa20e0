// fail: two subnets of one zone
CREATE (balancer:AwsClassicLoadBalancer)-[:IN_SUBNET]->(:AwsSubnet {zone: 'eu-west-1a'})
CREATE (balancer)-[:IN_SUBNET]->(:AwsSubnet {zone: 'eu-west-1a'})

// pass: two zones
CREATE (balancer:AwsClassicLoadBalancer)-[:IN_SUBNET]->(:AwsSubnet {zone: 'eu-west-1a'})
CREATE (balancer)-[:IN_SUBNET]->(:AwsSubnet {zone: 'eu-west-1b'})
