/*---
title: Internet gateways serve a network
resource: AwsInternetGateway
severity: low
policy: aws-network-design
why: One call attaches it to a network that was meant to have no way to the internet.
fix:
  console: VPC > Internet gateways > {id} > Actions > Delete internet gateway.
  cli: aws ec2 delete-internet-gateway --region {region} --internet-gateway-id {id}
  terraform: >-
    # Take the resource "aws_internet_gateway" with the id {id} out of the configuration and apply.
---*/
MATCH (gateway:AwsInternetGateway)
WHERE gateway.is_attached = false
RETURN gateway AS resource, {expected: 'attached to a VPC', actual: 'detached'} AS evidence
