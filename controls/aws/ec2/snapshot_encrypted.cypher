/*---
title: EBS snapshots are encrypted
resource: AwsEbsSnapshot
severity: medium
policy: aws-encryption
also: {prowler: [ec2_ebs_snapshots_encrypted]}
why: A snapshot in clear is readable to whoever it is shared with, by purpose or by mistake.
fix:
  console: >-
    EC2 > Snapshots > {id} > Actions > Copy snapshot > tick Encrypt this snapshot > Copy, then
    delete {id}.
  cli: >-
    aws ec2 copy-snapshot --region {region} --source-region {region} --source-snapshot-id {id}
    --encrypted
  terraform: |
    resource "aws_ebs_snapshot_copy" "this" {
      source_snapshot_id = "{id}"
      source_region      = "{region}"
      encrypted          = true
    }
---*/
MATCH (snapshot:AwsEbsSnapshot)
WHERE snapshot.is_encrypted = false
RETURN snapshot AS resource, {expected: 'encrypted', actual: 'in clear'} AS evidence
