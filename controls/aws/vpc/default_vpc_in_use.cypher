/*---
title: Default VPCs stay empty
resource: AwsVpc
severity: low
policy: aws-network-design
why: >-
  Every subnet of it leads to the internet and gives public addresses: what is put there without a
  thought is exposed without one.
fix:
  console: >-
    EC2 > Network interfaces > filter by VPC {id} > make anew in a VPC of your own what each serves;
    then VPC > Your VPCs > {id} > Actions > Delete VPC.
  cli: |
    aws ec2 describe-network-interfaces --region {region} --filters Name=vpc-id,Values={id} \
      --query 'NetworkInterfaces[].[NetworkInterfaceId,InterfaceType,Description]'
  terraform: |
    resource "aws_vpc" "own" {
      cidr_block = var.vpc_block
    }
applies: MATCH (vpc:AwsVpc) WHERE vpc.is_default = true RETURN vpc AS resource
---*/
MATCH (vpc:AwsVpc)<-[:IN_VPC]-(interface:AwsNetworkInterface)
WHERE vpc.is_default = true
RETURN vpc AS resource, {expected: 'no network interfaces', actual: count(interface)} AS evidence
