/*---
title: AWS knows whom to call about security
resource: AwsAccount
severity: medium
policy: aws-identity
mandates: {cis-aws-6.0: ["2.2"]}
also: {prowler: [account_security_contact_information_is_registered]}
why: >-
  AWS writes to this contact when it sees an account abused; without one, the mail goes to the root
  user's address.
fix:
  console: >-
    Open the account menu of {account}, Account, Alternate contacts, and fill in the security
    contact.
  cli: |
    aws account put-alternate-contact --alternate-contact-type SECURITY --name "$NAME" \
      --title "$TITLE" --email-address "$EMAIL" --phone-number "$PHONE"
  terraform: |
    resource "aws_account_alternate_contact" "security" {
      alternate_contact_type = "SECURITY"
      name                   = var.security_contact.name
      title                  = var.security_contact.title
      email_address          = var.security_contact.email
      phone_number           = var.security_contact.phone
    }
---*/
MATCH (account:AwsAccount)
WHERE account.has_security_contact = false
RETURN account AS resource, {expected: 'an alternate contact for security'} AS evidence
