/*---
title: File systems are backed up
resource: AwsEfsFileSystem
severity: medium
policy: aws-data-resilience
also: {prowler: [efs_have_backup_enabled]}
why: Files that are deleted or overwritten, by mistake or for ransom, come back from a copy only.
fix:
  console: EFS > {id} > General > Edit > Automatic backups > tick Enable > Save changes.
  cli: >-
    aws efs put-backup-policy --region {region} --file-system-id {id} --backup-policy
    Status=ENABLED
  terraform: |
    resource "aws_efs_backup_policy" "this" {
      file_system_id = "{id}"
      backup_policy {
        status = "ENABLED"
      }
    }
---*/
MATCH (system:AwsEfsFileSystem)
WHERE system.is_backed_up = false
RETURN system AS resource, {expected: 'automatic backups', actual: 'none'} AS evidence
