/*---
title: Networks have subnets in more than one zone
resource: AwsVpc
severity: low
policy: aws-network-resilience
also: {prowler: [vpc_subnet_different_az]}
why: When that zone fails, nothing in the network can go on elsewhere.
fix:
  console: >-
    VPC > Subnets > Create subnet > VPC {id}, another availability zone, a free block > Create
    subnet.
  cli: >-
    aws ec2 create-subnet --region {region} --vpc-id {id}
    --availability-zone "${ZONE:?another zone}" --cidr-block "${BLOCK:?a free block of the VPC}"
  terraform: |
    resource "aws_subnet" "b" {
      vpc_id            = "{id}"
      availability_zone = "{region}b"
      cidr_block        = var.free_block
    }
applies: |
  MATCH (vpc:AwsVpc)<-[:IN_VPC]-(:AwsSubnet)
  RETURN DISTINCT vpc AS resource
---*/
WITH 2 AS min_zones
MATCH (vpc:AwsVpc)<-[:IN_VPC]-(subnet:AwsSubnet)
WITH min_zones, vpc, collect(DISTINCT subnet.zone) AS zones
WHERE size(zones) < min_zones
RETURN vpc AS resource, {expected: min_zones, actual: zones} AS evidence
