/*---
title: Users who sign in to the console use a second factor
resource: AwsIamUser
severity: high
policy: aws-identity
mandates: {cis-aws-6.0: ["2.9"]}
also: {prowler: [iam_user_mfa_enabled_console_access]}
why: A password alone is one phishing mail away from somebody else.
fix:
  console: >-
    In IAM, Users, {name}, Security credentials, assign an MFA device; or remove the console
    password.
  cli: aws iam delete-login-profile --user-name {name}
  terraform: |
    # Terraform can't enroll a device: take the password away until the user has one
    # by removing the aws_iam_user_login_profile of {name}.
applies: MATCH (user:AwsIamUser) WHERE user.has_console_password = true RETURN user AS resource
---*/
MATCH (user:AwsIamUser)
WHERE user.has_console_password = true AND user.has_mfa = false
RETURN user AS resource, {expected: 'a second factor'} AS evidence
