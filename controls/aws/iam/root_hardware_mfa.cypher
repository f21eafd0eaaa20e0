/*---
title: The root user's second factor is a device of its own, no app
resource: AwsAccount
severity: medium
policy: aws-root-user
mandates: {cis-aws-6.0: ["2.5"]}
also: {prowler: [iam_root_hardware_mfa_enabled]}
why: The seed of an app can be copied; that of a security key or hardware token can't.
fix:
  console: >-
    Sign in as the root user of {account}, open Security credentials, assign a security key or
    hardware token, then remove the authenticator app.
  cli: >-
    aws iam deactivate-mfa-device --serial-number
    arn:{partition}:iam::{account}:mfa/root-account-mfa-device
  terraform: |
    resource "aws_iam_organizations_features" "root" {
      enabled_features = ["RootCredentialsManagement", "RootSessions"]
    }
---*/
MATCH (account:AwsAccount)
WHERE (account.has_root_mfa = false
    AND (account.has_root_password = true OR account.has_root_password IS NULL))
  OR EXISTS { (account)-[:HAS_MFA_DEVICE]->(:AwsIamMfaDevice {kind: 'virtual'}) }
RETURN account AS resource,
  {has_mfa: account.has_root_mfa, expected: 'a second factor that is no app'} AS evidence
