/*---
title: EBS volumes are attached
resource: AwsEbsVolume
severity: low
policy: aws-compute-hardening
why: Forgotten disks cost, and keep data that nobody watches any more.
fix:
  console: >-
    EC2 > Volumes > {id} > Actions > Create snapshot, if what it holds may be needed; then Delete
    volume.
  cli: |
    snapshot=$(aws ec2 create-snapshot --region {region} --volume-id {id} \
      --query SnapshotId --output text)
    aws ec2 wait snapshot-completed --region {region} --snapshot-ids "$snapshot"
    aws ec2 delete-volume --region {region} --volume-id {id}
  terraform: >-
    # Take the resource "aws_ebs_volume" with the id {id} out of the configuration and apply.
---*/
MATCH (volume:AwsEbsVolume)
WHERE volume.state = 'available'
RETURN volume AS resource, {expected: 'in-use', actual: volume.state} AS evidence
