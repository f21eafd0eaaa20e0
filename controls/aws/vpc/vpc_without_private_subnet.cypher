/*---
title: Networks with public subnets have private ones too
resource: AwsVpc
severity: low
policy: aws-network-design
also: {prowler: [vpc_subnet_separate_private_public]}
why: >-
  Where every subnet has a route to an internet gateway, databases and workers stand in the front
  row.
fix:
  console: >-
    VPC > Route tables > Create route table for VPC {id}, without a route to the internet gateway >
    Subnet associations > choose the subnets that serve nobody outside.
  cli: |
    table=$(aws ec2 create-route-table --region {region} --vpc-id {id} \
      --query RouteTable.RouteTableId --output text)
    subnet=$(aws ec2 create-subnet --region {region} --vpc-id {id} \
      --cidr-block "${BLOCK:?a free block of the VPC}" --query Subnet.SubnetId --output text)
    aws ec2 associate-route-table --region {region} --route-table-id "$table" --subnet-id "$subnet"
  terraform: |
    resource "aws_route_table" "private" {
      vpc_id = "{id}"
    }
    resource "aws_route_table_association" "private" {
      subnet_id      = var.private_subnet_id
      route_table_id = aws_route_table.private.id
    }
applies: |
  MATCH (vpc:AwsVpc)<-[:IN_VPC]-(:AwsSubnet)
    -[:ROUTED_BY]->(:AwsRouteTable)-[way:ROUTES_TO]->(:AwsInternetGateway)
  WHERE way.is_active = true
  RETURN DISTINCT vpc AS resource
---*/
MATCH (vpc:AwsVpc)<-[:IN_VPC]-(subnet:AwsSubnet)
WHERE NOT EXISTS {
  (vpc)<-[:IN_VPC]-(private:AwsSubnet)
  WHERE NOT EXISTS {
    (private)-[:ROUTED_BY]->(:AwsRouteTable)-[way:ROUTES_TO]->(:AwsInternetGateway)
    WHERE way.is_active = true
  }
}
WITH vpc, subnet ORDER BY subnet.id
RETURN vpc AS resource, {expected: 'private subnets', public: collect(subnet.id)} AS evidence
