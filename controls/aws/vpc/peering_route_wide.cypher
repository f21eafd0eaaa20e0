/*---
title: Routes to peered networks lead to parts of them
resource: AwsRouteTable
severity: low
policy: aws-network-design
mandates: {cis-aws-6.0: ["6.6"]}
also: {prowler: [vpc_peering_routing_tables_with_least_privilege]}
why: >-
  A route to the whole of the other network lets an intruder go on to everything there, though the
  work needs a few addresses.
fix:
  console: >-
    VPC > Route tables > {id} > Routes > Edit routes > replace the block of each route to a peering
    connection by those of the subnets that are needed > Save changes.
  cli: |
    : "${PEERING:?id of the peering connection}"
    aws ec2 create-route --region {region} --route-table-id {id} \
      --vpc-peering-connection-id "$PEERING" \
      --destination-cidr-block "${NARROW:?block of the subnet that is needed}"
    aws ec2 delete-route --region {region} --route-table-id {id} \
      --destination-cidr-block "${WIDE:?block of the whole network}"
  terraform: |
    resource "aws_route" "peer" {
      route_table_id            = "{id}"
      destination_cidr_block    = var.needed_subnet_block
      vpc_peering_connection_id = var.peering_connection_id
    }
applies: |
  MATCH (table:AwsRouteTable)-[:ROUTES_TO]->(:AwsVpcPeeringConnection)
  RETURN DISTINCT table AS resource
---*/
MATCH (table:AwsRouteTable)-[:IN_VPC]->(own:Resource)
MATCH (table)-[route:ROUTES_TO]->(peering:AwsVpcPeeringConnection)-[side:CONNECTS_TO]->(peer:Resource)
WHERE peer <> own
UNWIND route.destinations AS destination
WITH table, peering, destination, [
  block IN side.cidrs WHERE (block CONTAINS ':') = (destination CONTAINS ':')
] AS blocks
WHERE destination IN blocks
  OR size(blocks) > 0
  AND all(
    block IN blocks
    WHERE toInteger(split(destination, '/')[1]) <= toInteger(split(block, '/')[1])
  )
WITH table, peering, destination, blocks ORDER BY peering.id, destination
RETURN table AS resource, {
  routes: collect({to: peering.id, destination: destination, network: blocks})
} AS evidence
