/*---
title: People sign in through the company's directory
resource: AwsAccount
severity: low
policy: aws-identity
mandates: {cis-aws-6.0: ["2.20"]}
also: {prowler: [iam_check_saml_providers_sts]}
why: >-
  Who leaves the company is taken out of its directory; a user with a password in one of its
  accounts is forgotten.
fix:
  console: >-
    In IAM Identity Center of the organisation, connect the directory and assign people to this
    account; or in IAM, Identity providers, Add provider, SAML. Then remove the users' passwords.
  cli: |
    aws iam create-saml-provider --name corporate \
      --saml-metadata-document "file://${METADATA:?file with the metadata of the directory}"
    aws iam create-role --role-name corporate-reader \
      --assume-role-policy-document "file://${TRUST:?file with a trust on the provider}"
  terraform: |
    resource "aws_iam_saml_provider" "corporate" {
      name                   = "corporate"
      saml_metadata_document = file(var.metadata)
    }
---*/
MATCH (account:AwsAccount)
WHERE EXISTS {
    MATCH (user:AwsIamUser)
    WHERE user.account = account.id AND user.has_console_password = true
  }
  AND NOT EXISTS {
    MATCH (role:AwsIamRole)-[:TRUSTS]->(:AwsIamSamlProvider)
    WHERE role.account = account.id
  }
RETURN account AS resource, {expected: 'a role that trusts a SAML provider'} AS evidence
