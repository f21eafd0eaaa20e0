/*---
title: Networks with instances reach the EC2 API by an endpoint of their own
resource: AwsVpc
severity: low
policy: aws-network-design
also: {prowler: [vpc_endpoint_for_ec2_enabled]}
why: >-
  Calls to the API otherwise leave by the internet, so instances need a way there that they could do
  without.
fix:
  console: >-
    VPC > Endpoints > Create endpoint > AWS services > com.amazonaws.{region}.ec2 > VPC {id}, private
    subnets, a security group that lets HTTPS in > Create endpoint.
  cli: >-
    aws ec2 create-vpc-endpoint --region {region} --vpc-id {id} --vpc-endpoint-type Interface
    --service-name com.amazonaws.{region}.ec2
    --subnet-ids "${SUBNET:?id of a private subnet}"
    --security-group-ids "${GROUP:?id of a security group that lets HTTPS in}"
  terraform: |
    resource "aws_vpc_endpoint" "ec2" {
      vpc_id              = "{id}"
      vpc_endpoint_type   = "Interface"
      service_name        = "com.amazonaws.{region}.ec2"
      subnet_ids          = var.private_subnet_ids
      security_group_ids  = [var.https_security_group_id]
      private_dns_enabled = true
    }
applies: |
  MATCH (vpc:AwsVpc)<-[:IN_VPC]-(:AwsEc2Instance)
  RETURN DISTINCT vpc AS resource
---*/
MATCH (vpc:AwsVpc)<-[:IN_VPC]-(instance:AwsEc2Instance)
WHERE NOT EXISTS {
  (endpoint:AwsVpcEndpoint)-[:IN_VPC]->(vpc)
  WHERE endpoint.service_name ENDS WITH '.ec2' AND endpoint.state = 'available'
}
RETURN vpc AS resource, {instances: count(instance), endpoints_for_ec2: 0} AS evidence
