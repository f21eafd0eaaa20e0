/*---
title: File systems have a policy
resource: AwsEfsFileSystem
severity: medium
policy: aws-data-exposure
also: {prowler: [efs_not_publicly_accessible]}
why: Without one, whoever reaches a mount target may read and write everything, as root too.
fix:
  console: >-
    EFS > {id} > File system policy > Edit > tick Prevent anonymous access, Prevent root access by
    default and Enforce in-transit encryption > Save.
  cli: |
    aws efs put-file-system-policy --region {region} --file-system-id {id} --policy '{
      "Version": "2012-10-17",
      "Statement": [{
        "Effect": "Allow",
        "Principal": {"AWS": "{account}"},
        "Action": ["elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite"]
      }]
    }'
  terraform: |
    resource "aws_efs_file_system_policy" "this" {
      file_system_id = "{id}"
      policy         = data.aws_iam_policy_document.known_clients_only.json
    }
---*/
MATCH (system:AwsEfsFileSystem)
WHERE system.policy IS NULL
RETURN system AS resource, {expected: 'a policy', actual: 'none'} AS evidence
