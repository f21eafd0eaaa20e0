/*---
title: Interface endpoints stand in more than one zone
resource: AwsVpcEndpoint
severity: low
policy: aws-network-resilience
also: {prowler: [vpc_endpoint_multi_az_enabled]}
why: When its only zone fails, the whole network is cut off from the service behind it.
fix:
  console: >-
    VPC > Endpoints > {id} > Actions > Manage subnets > tick a subnet of another zone > Modify
    subnets.
  cli: >-
    aws ec2 modify-vpc-endpoint --region {region} --vpc-endpoint-id {id}
    --add-subnet-ids "${SUBNET:?id of a subnet in another zone}"
  terraform: |
    resource "aws_vpc_endpoint" "this" {
      # ...
      subnet_ids = var.subnet_ids_of_several_zones
    }
applies: |
  MATCH (endpoint:AwsVpcEndpoint)
  WHERE endpoint.type = 'Interface'
  RETURN endpoint AS resource
---*/
WITH 2 AS min_zones
MATCH (endpoint:AwsVpcEndpoint)-[:IN_SUBNET]->(subnet:AwsSubnet)
WHERE endpoint.type = 'Interface'
WITH min_zones, endpoint, collect(DISTINCT subnet.zone) AS zones
WHERE size(zones) < min_zones
RETURN endpoint AS resource, {expected: min_zones, actual: zones} AS evidence
