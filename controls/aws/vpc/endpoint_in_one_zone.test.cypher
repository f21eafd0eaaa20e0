// fail: two subnets of one zone
CREATE (endpoint:AwsVpcEndpoint {type: 'Interface'})
CREATE (endpoint)-[:IN_SUBNET]->(:AwsSubnet {zone: 'eu-west-1a'})
CREATE (endpoint)-[:IN_SUBNET]->(:AwsSubnet {zone: 'eu-west-1a'})

// pass: two zones
CREATE (endpoint:AwsVpcEndpoint {type: 'Interface'})
CREATE (endpoint)-[:IN_SUBNET]->(:AwsSubnet {zone: 'eu-west-1a'})
CREATE (endpoint)-[:IN_SUBNET]->(:AwsSubnet {zone: 'eu-west-1b'})

// pass: an endpoint for appliances, which are in one zone each
CREATE (:AwsVpcEndpoint {type: 'GatewayLoadBalancer'})
  -[:IN_SUBNET]->(:AwsSubnet {zone: 'eu-west-1a'})
