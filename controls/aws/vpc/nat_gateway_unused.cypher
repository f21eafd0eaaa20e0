/*---
title: NAT gateways are used by a route
resource: AwsNatGateway
severity: low
policy: aws-network-design
why: It costs by the hour, keeps an address, and is a way out that somebody may come to use.
fix:
  console: VPC > NAT gateways > {id} > Actions > Delete NAT gateway.
  cli: aws ec2 delete-nat-gateway --region {region} --nat-gateway-id {id}
  terraform: >-
    # Take the resource "aws_nat_gateway" with the id {id} out of the configuration and apply.
applies: |
  MATCH (gateway:AwsNatGateway)
  WHERE gateway.state = 'available'
  RETURN gateway AS resource
---*/
MATCH (gateway:AwsNatGateway)
WHERE gateway.state = 'available'
  AND NOT EXISTS { (:AwsRouteTable)-[:ROUTES_TO]->(gateway) }
RETURN gateway AS resource, {routes: 0} AS evidence
