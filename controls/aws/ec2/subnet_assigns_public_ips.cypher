/*---
title: Subnets give no public address without being asked
resource: AwsSubnet
severity: medium
policy: aws-network-exposure
also: {prowler: [vpc_subnet_no_public_ip_by_default]}
why: What is launched in the subnet faces the internet though nobody decided it should.
fix:
  console: >-
    VPC > Subnets > {id} > Actions > Edit subnet settings > untick Enable auto-assign public IPv4
    address > Save.
  cli: >-
    aws ec2 modify-subnet-attribute --region {region} --subnet-id {id} --no-map-public-ip-on-launch
  terraform: |
    resource "aws_subnet" "this" {
      # ...
      map_public_ip_on_launch = false
    }
---*/
MATCH (subnet:AwsSubnet)
WHERE subnet.assigns_public_ips = true
RETURN subnet AS resource, {expected: 'off', actual: 'on'} AS evidence
