/*---
title: Elastic addresses are in use
resource: AwsElasticAddress
severity: low
policy: aws-network-exposure
also: {prowler: [ec2_elastic_ip_unassigned]}
why: >-
  It costs, and names that still point to it are taken over by whoever gets it after it is released.
fix:
  console: >-
    EC2 > Elastic IPs > {id} > remove DNS names that point to it > Actions > Release Elastic IP
    addresses.
  cli: aws ec2 release-address --region {region} --allocation-id {id}
  terraform: >-
    # Take the resource "aws_eip" with the id {id} out of the configuration and apply.
---*/
MATCH (address:AwsElasticAddress)
WHERE address.is_associated = false
RETURN address AS resource, {expected: 'associated', actual: 'unused'} AS evidence
