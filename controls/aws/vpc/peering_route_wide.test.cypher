// fail: the whole of the other network
CREATE (own:Resource:AwsVpc)<-[:IN_VPC]-(:AwsRouteTable)
  -[:ROUTES_TO {destinations: ['10.1.0.0/16']}]->(peering:AwsVpcPeeringConnection)
CREATE (peering)-[:CONNECTS_TO {cidrs: ['10.0.0.0/16']}]->(own)
CREATE (peering)-[:CONNECTS_TO {cidrs: ['10.1.0.0/16']}]->(:Resource:Unseen)

// fail: more than the other network
CREATE (own:Resource:AwsVpc)<-[:IN_VPC]-(:AwsRouteTable)
  -[:ROUTES_TO {destinations: ['10.0.0.0/8']}]->(peering:AwsVpcPeeringConnection)
CREATE (peering)-[:CONNECTS_TO {cidrs: ['10.0.0.0/16']}]->(own)
CREATE (peering)-[:CONNECTS_TO {cidrs: ['10.1.0.0/16', '10.2.0.0/24']}]->(:Resource:Unseen)

// fail: as large as the other network, written otherwise
CREATE (own:Resource:AwsVpc)<-[:IN_VPC]-(:AwsRouteTable)
  -[:ROUTES_TO {destinations: ['2001:db8::/56']}]->(peering:AwsVpcPeeringConnection)
CREATE (peering)-[:CONNECTS_TO {cidrs: ['2001:db8:1::/56']}]->(own)
CREATE (peering)-[:CONNECTS_TO {cidrs: ['10.1.0.0/24', '2001:DB8::/56']}]->(:Resource:Unseen)

// fail: one of two blocks of the other network
CREATE (own:Resource:AwsVpc)<-[:IN_VPC]-(:AwsRouteTable)
  -[:ROUTES_TO {destinations: ['10.2.0.0/24']}]->(peering:AwsVpcPeeringConnection)
CREATE (peering)-[:CONNECTS_TO {cidrs: ['10.0.0.0/16']}]->(own)
CREATE (peering)-[:CONNECTS_TO {cidrs: ['10.1.0.0/16', '10.2.0.0/24']}]->(:Resource:Unseen)

// pass: a part of the other network
CREATE (own:Resource:AwsVpc)<-[:IN_VPC]-(:AwsRouteTable)
  -[:ROUTES_TO {destinations: ['10.1.2.0/24']}]->(peering:AwsVpcPeeringConnection)
CREATE (peering)-[:CONNECTS_TO {cidrs: ['10.0.0.0/28']}]->(own)
CREATE (peering)-[:CONNECTS_TO {cidrs: ['10.1.0.0/16']}]->(:Resource:Unseen)

// pass: a part that is larger than the smaller of two blocks
CREATE (own:Resource:AwsVpc)<-[:IN_VPC]-(:AwsRouteTable)
  -[:ROUTES_TO {destinations: ['10.1.2.0/24']}]->(peering:AwsVpcPeeringConnection)
CREATE (peering)-[:CONNECTS_TO {cidrs: ['10.0.0.0/16']}]->(own)
CREATE (peering)-[:CONNECTS_TO {cidrs: ['10.1.0.0/16', '10.2.0.0/28']}]->(:Resource:Unseen)

// pass: the other network has no such addresses, so nothing gets there
CREATE (own:Resource:AwsVpc)<-[:IN_VPC]-(:AwsRouteTable)
  -[:ROUTES_TO {destinations: ['2001:db8::/48']}]->(peering:AwsVpcPeeringConnection)
CREATE (peering)-[:CONNECTS_TO {cidrs: ['2001:db8:1::/56']}]->(own)
CREATE (peering)-[:CONNECTS_TO {cidrs: ['10.1.0.0/16']}]->(:Resource:Unseen)

// pass: a list of blocks, which somebody chose
CREATE (own:Resource:AwsVpc)<-[:IN_VPC]-(:AwsRouteTable)
  -[:ROUTES_TO {destinations: ['pl-1']}]->(peering:AwsVpcPeeringConnection)
CREATE (peering)-[:CONNECTS_TO {cidrs: ['10.0.0.0/16']}]->(own)
CREATE (peering)-[:CONNECTS_TO {cidrs: ['10.1.0.0/16']}]->(:Resource:Unseen)
