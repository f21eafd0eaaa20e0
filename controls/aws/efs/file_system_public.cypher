/*---
title: File system policies let nobody in whom they do not know
resource: AwsEfsFileSystem
severity: high
policy: aws-data-exposure
also: {prowler: [efs_not_publicly_accessible]}
why: Such a policy lets any AWS account in that finds a way to the file system's network.
fix:
  console: >-
    EFS > {id} > File system policy > Edit > give each statement for everyone a principal, or the
    condition elasticfilesystem:AccessedViaMountTarget > Save.
  cli: |
    aws efs describe-file-system-policy --region {region} --file-system-id {id} \
      --query Policy --output text > policy.json
    # give each statement for everyone a principal or a condition, then:
    aws efs put-file-system-policy --region {region} --file-system-id {id} \
      --policy file://policy.json
  terraform: |
    resource "aws_efs_file_system_policy" "this" {
      file_system_id = "{id}"
      policy         = data.aws_iam_policy_document.known_clients_only.json
    }
---*/
MATCH (system:AwsEfsFileSystem)
WHERE size(system.policy_public_actions) > 0
RETURN system AS resource, {anyone_may: system.policy_public_actions} AS evidence
