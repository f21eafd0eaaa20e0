/*---
title: Regions encrypt new EBS volumes by default
resource: AwsRegion
severity: medium
policy: aws-encryption
mandates: {cis-aws-6.0: ["6.1.1"]}
also: {prowler: [ec2_ebs_default_encryption]}
why: With it, no new volume or copy of a snapshot is in clear because somebody forgot to ask.
fix:
  console: >-
    EC2 in {region} > Dashboard > Data protection and security > EBS encryption > Manage > Enable >
    Update.
  cli: aws ec2 enable-ebs-encryption-by-default --region {region}
  terraform: |
    # In a provider for {region}:
    resource "aws_ebs_encryption_by_default" "this" {
      enabled = true
    }
---*/
MATCH (region:AwsRegion)
WHERE region.encrypts_ebs_by_default = false
RETURN region AS resource, {expected: 'on', actual: 'off'} AS evidence
