/*---
title: Transit gateways ask before another account's network is attached
resource: AwsTransitGateway
severity: high
policy: aws-network-exposure
also: {prowler: [ec2_transitgateway_auto_accept_vpc_attachments]}
why: >-
  Everybody whom the gateway is shared with can join their network to yours, and nobody here is
  asked.
fix:
  console: >-
    VPC > Transit gateways > {id} > Actions > Modify transit gateway > untick Auto accept shared
    attachments > Modify transit gateway.
  cli: >-
    aws ec2 modify-transit-gateway --region {region} --transit-gateway-id {id}
    --options AutoAcceptSharedAttachments=disable
  terraform: |
    resource "aws_ec2_transit_gateway" "this" {
      # ...
      auto_accept_shared_attachments = "disable"
    }
applies: |
  MATCH (gateway:AwsTransitGateway)
  WHERE gateway.accepts_attachments IS NOT NULL
  RETURN gateway AS resource
---*/
MATCH (gateway:AwsTransitGateway)
WHERE gateway.accepts_attachments = true
RETURN gateway AS resource, {expected: 'attachments are accepted by hand'} AS evidence
