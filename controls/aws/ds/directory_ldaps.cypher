/*---
title: Directories speak LDAP over TLS
resource: AwsDirectory
severity: medium
policy: aws-directories
why: Over plain LDAP, passwords and all that is asked for go through the network in clear.
fix:
  console: >-
    In Directory Service in {region}, Directories, {id}, Networking & security, Client-side LDAPS,
    Actions, Register certificate, then Enable.
  cli: |
    aws ds register-certificate --region {region} --directory-id {id} --type ClientLDAPS \
      --certificate-data "file://${CERTIFICATE:?file with the certificate of the authority}"
    aws ds enable-ldaps --region {region} --directory-id {id} --type Client
  terraform: |
    # Terraform can't set this; see the command line.
    resource "aws_directory_service_directory" "this" {
      name = "{name}"
    }
applies: >-
  MATCH (directory:AwsDirectory) WHERE directory.has_ldaps IS NOT NULL RETURN directory AS resource
---*/
MATCH (directory:AwsDirectory)
WHERE directory.has_ldaps = false
RETURN directory AS resource, {expected: 'on', actual: 'off'} AS evidence
