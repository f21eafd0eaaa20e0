/*---
title: Trusts between directories are selective
resource: AwsDirectory
severity: medium
policy: aws-directories
why: >-
  Unless each machine has to allow it, everybody of the other domain may sign in everywhere, its
  intruders too.
fix:
  console: >-
    In Directory Service in {region}, Directories, {id}, Networking & security, Trust relationships,
    choose the trust, Actions, Update, Selective authentication.
  cli: |
    trust=$(aws ds describe-trusts --region {region} --directory-id {id} \
      --query "Trusts[?SelectiveAuth=='Disabled'].TrustId | [0]" --output text)
    aws ds update-trust --region {region} --trust-id "$trust" --selective-auth Enabled
  terraform: |
    resource "aws_directory_service_trust" "this" {
      directory_id       = "{id}"
      remote_domain_name = var.domain
      trust_direction    = "One-Way: Incoming"
      trust_password     = var.trust_password
      selective_auth     = "Enabled"
    }
---*/
MATCH (directory:AwsDirectory)
WHERE size(directory.wholly_trusted_domains) > 0
RETURN directory AS resource, {trusted_wholly: directory.wholly_trusted_domains} AS evidence
