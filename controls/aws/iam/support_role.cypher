/*---
title: Somebody in the account may talk to AWS Support
resource: AwsAccount
severity: low
policy: aws-identity
mandates: {cis-aws-6.0: ["2.16"]}
also: {prowler: [iam_support_role_created]}
why: In an incident it is too late to look for the permission to open a case.
fix:
  console: >-
    In IAM, create a role for those who handle incidents and attach the policy AWSSupportAccess.
  cli: |
    aws iam create-role --role-name aws-support --assume-role-policy-document \
      '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole",
       "Principal":{"AWS":"{account}"}}]}'
    aws iam attach-role-policy --role-name aws-support \
      --policy-arn arn:{partition}:iam::aws:policy/AWSSupportAccess
  terraform: |
    resource "aws_iam_role_policy_attachment" "support" {
      role       = aws_iam_role.support.name
      policy_arn = "arn:{partition}:iam::aws:policy/AWSSupportAccess"
    }
---*/
MATCH (account:AwsAccount)
WHERE NOT EXISTS {
  MATCH (holder:AwsIamRole|AwsIamGroup|AwsIamUser)-[:HAS_POLICY]->(policy:AwsIamPolicy)
  WHERE holder.account = account.id
    AND policy.name = 'AWSSupportAccess' AND policy.is_aws_managed = true
}
RETURN account AS resource, {expected: 'somebody has AWSSupportAccess'} AS evidence
