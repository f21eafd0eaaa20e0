// fail: its only subnet is public
CREATE (:AwsVpc)<-[:IN_VPC]-(:AwsSubnet)
  -[:ROUTED_BY]->(:AwsRouteTable)-[:ROUTES_TO {is_active: true}]->(:AwsInternetGateway)

// fail: two subnets go by one table that leads out
CREATE (vpc:AwsVpc)<-[:IN_VPC]-(:AwsSubnet)-[:ROUTED_BY {is_main: true}]->(table:AwsRouteTable)
CREATE (vpc)<-[:IN_VPC]-(:AwsSubnet)-[:ROUTED_BY {is_main: false}]->(table)
CREATE (table)-[:ROUTES_TO {is_active: true}]->(:AwsInternetGateway)

// pass: another subnet goes by a table that leads to a NAT gateway
CREATE (vpc:AwsVpc)<-[:IN_VPC]-(:AwsSubnet)
  -[:ROUTED_BY]->(:AwsRouteTable)-[:ROUTES_TO {is_active: true}]->(:AwsInternetGateway)
CREATE (vpc)<-[:IN_VPC]-(:AwsSubnet)
  -[:ROUTED_BY]->(:AwsRouteTable)-[:ROUTES_TO {is_active: true}]->(:AwsNatGateway)

// pass: the gateway of another subnet is gone
CREATE (vpc:AwsVpc)<-[:IN_VPC]-(:AwsSubnet)
  -[:ROUTED_BY]->(:AwsRouteTable)-[:ROUTES_TO {is_active: true}]->(:AwsInternetGateway)
CREATE (vpc)<-[:IN_VPC]-(:AwsSubnet)
  -[:ROUTED_BY]->(:AwsRouteTable)-[:ROUTES_TO {is_active: false}]->(:AwsInternetGateway)

// pass: no subnet is public
CREATE (:AwsVpc)<-[:IN_VPC]-(:AwsSubnet)
  -[:ROUTED_BY]->(:AwsRouteTable)-[:ROUTES_TO {is_active: true}]->(:AwsNatGateway)

// pass: the only way out is gone
CREATE (:AwsVpc)<-[:IN_VPC]-(:AwsSubnet)
  -[:ROUTED_BY]->(:AwsRouteTable)-[:ROUTES_TO {is_active: false}]->(:AwsInternetGateway)

// unread: which subnets go by a main table could not be read
CREATE (:AwsVpc)<-[:IN_VPC]-(:AwsSubnet)-[:ROUTED_BY]->(:AwsRouteTable {unread: ['ROUTED_BY']})
