/*---
title: EBS volumes are encrypted
resource: AwsEbsVolume
severity: medium
policy: aws-encryption
mandates: {cis-aws-6.0: ["6.1.1"]}
also: {prowler: [ec2_ebs_volume_encryption]}
why: What stands on the disk in clear is in clear in all its snapshots and copies too.
fix:
  console: >-
    EC2 > Volumes > {id} > Create snapshot; of that, Create volume with Encrypt this volume ticked;
    attach it in place of {id}.
  cli: |
    snapshot=$(aws ec2 create-snapshot --region {region} --volume-id {id} \
      --query SnapshotId --output text)
    aws ec2 wait snapshot-completed --region {region} --snapshot-ids "$snapshot"
    aws ec2 create-volume --region {region} --availability-zone {zone} \
      --snapshot-id "$snapshot" --encrypted
  terraform: |
    resource "aws_ebs_volume" "this" {
      # ...
      encrypted = true
    }
---*/
MATCH (volume:AwsEbsVolume)
WHERE volume.is_encrypted = false
RETURN volume AS resource, {expected: 'encrypted', actual: 'in clear'} AS evidence
