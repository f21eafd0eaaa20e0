/*---
title: EBS snapshots are for chosen accounts only
resource: AwsEbsSnapshot
severity: critical
policy: aws-images-and-snapshots
also: {prowler: [ec2_ebs_public_snapshot]}
why: Anyone can make a volume of a public snapshot and read every file on it, deleted ones too.
fix:
  console: >-
    EC2 > Snapshots > {id} > Actions > Snapshot settings > Modify permissions > Private > Save
    changes.
  cli: >-
    aws ec2 modify-snapshot-attribute --region {region} --snapshot-id {id} --attribute
    createVolumePermission --operation-type remove --group-names all
  terraform: |
    # Block the sharing with everyone for the whole region:
    resource "aws_ebs_snapshot_block_public_access" "this" {
      state = "block-all-sharing"
    }
---*/
MATCH (snapshot:AwsEbsSnapshot)
WHERE snapshot.is_public = true
RETURN snapshot AS resource, {
  expected: 'not public',
  actual: 'public',
  is_encrypted: snapshot.is_encrypted
} AS evidence
