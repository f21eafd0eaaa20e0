/*---
title: File systems are encrypted at rest
resource: AwsEfsFileSystem
severity: high
policy: aws-encryption
mandates: {cis-aws-6.0: ["3.3.1"]}
also: {prowler: [efs_encryption_at_rest_enabled]}
why: Encryption is chosen when a file system is made; without it, files and their copies are clear.
fix:
  console: >-
    EFS > Create file system > Customize > Enable encryption of data at rest > Create; copy the
    files of {id} by DataSync, mount the new one, then delete {id}.
  cli: |
    aws efs create-file-system --region {region} --encrypted --backup \
      --creation-token {id}-encrypted --tags Key=Name,Value={name}
    # then copy the files with a DataSync task, mount the new one, and delete the old one:
    aws efs delete-file-system --region {region} --file-system-id {id}
  terraform: |
    resource "aws_efs_file_system" "this" {
      # ...
      encrypted  = true # makes another file system
      kms_key_id = var.kms_key_arn
    }
---*/
MATCH (system:AwsEfsFileSystem)
WHERE system.is_encrypted = false
RETURN system AS resource, {expected: 'encrypted', actual: 'in clear'} AS evidence
