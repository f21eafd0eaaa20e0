/*---
title: Nobody may move files through CloudShell at will
resource: AwsIamPolicy
severity: medium
policy: aws-privileges
mandates: {cis-aws-6.0: ["2.21"]}
also: {prowler: [iam_policy_cloudshell_admin_not_attached]}
why: >-
  AWSCloudShellFullAccess allows uploads and downloads: data leaves the account by a way that no
  network control sees.
fix:
  console: >-
    In IAM, Policies, {name}, Entities attached, detach it; where a shell is needed, attach a policy
    without file transfer.
  cli: |
    aws iam list-entities-for-policy --policy-arn {uid}
    aws iam detach-role-policy --role-name "$ROLE" --policy-arn {uid}
    aws iam detach-group-policy --group-name "$GROUP" --policy-arn {uid}
    aws iam detach-user-policy --user-name "$USER_NAME" --policy-arn {uid}
  terraform: |
    data "aws_iam_policy_document" "cloudshell" {
      statement {
        effect    = "Deny"
        actions   = ["cloudshell:GetFileDownloadUrls", "cloudshell:GetFileUploadUrls"]
        resources = ["*"]
      }
    }
---*/
MATCH (holder:Resource)-[:HAS_POLICY]->(policy:AwsIamPolicy)
WHERE policy.name = 'AWSCloudShellFullAccess' AND policy.is_aws_managed = true
WITH policy, holder ORDER BY holder.uid
RETURN policy AS resource, {attached_to: collect(holder.uid)} AS evidence
