/*---
title: File systems refuse clients in clear text
resource: AwsEfsFileSystem
severity: medium
policy: aws-encryption-in-transit
why: Files that pass in clear text are there to read for whoever is on the way.
fix:
  console: >-
    EFS > {id} > File system policy > Edit > tick Enforce in-transit encryption for all clients >
    Save; mount with the option tls.
  cli: |
    # to the statements of the policy add this one, then mount with the option tls
    aws efs put-file-system-policy --region {region} --file-system-id {id} --policy '{
      "Version": "2012-10-17",
      "Statement": [{
        "Effect": "Allow",
        "Principal": {"AWS": "{account}"},
        "Action": ["elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite"]
      }, {
        "Effect": "Deny",
        "Principal": {"AWS": "*"},
        "Action": "*",
        "Condition": {"Bool": {"aws:SecureTransport": "false"}}
      }]
    }'
  terraform: |
    data "aws_iam_policy_document" "this" {
      # ...
      statement {
        effect  = "Deny"
        actions = ["*"]
        principals {
          type        = "AWS"
          identifiers = ["*"]
        }
        condition {
          test     = "Bool"
          variable = "aws:SecureTransport"
          values   = ["false"]
        }
      }
    }
---*/
MATCH (system:AwsEfsFileSystem)
WHERE system.requires_tls = false
RETURN system AS resource, {expected: 'TLS only', actual: 'clear text is taken'} AS evidence
