/*---
title: Directories ask for a second factor
resource: AwsDirectory
severity: medium
policy: aws-directories
also: {prowler: [directoryservice_supported_mfa_radius_enabled]}
why: >-
  With a password of the domain alone, whoever has it is on WorkSpaces, the VPN and the console at
  once.
fix:
  console: >-
    In Directory Service in {region}, Directories, {id}, Networking & security, Multi-factor
    authentication, Actions, Enable; give the RADIUS servers, MS-CHAPv2 and the shared secret.
  cli: >-
    aws ds enable-radius --region {region} --directory-id {id} --radius-settings
    "file://${SETTINGS:?file with the RADIUS settings, as JSON}"
  terraform: |
    resource "aws_directory_service_radius_settings" "this" {
      directory_id            = "{id}"
      authentication_protocol = "MS-CHAPv2"
      display_label           = "second factor"
      radius_port             = 1812
      radius_retries          = 4
      radius_servers          = var.radius_servers
      radius_timeout          = 5
      shared_secret           = var.radius_secret
    }
applies: >-
  MATCH (directory:AwsDirectory) WHERE directory.type IN ['MicrosoftAD', 'ADConnector'] RETURN
  directory AS resource
---*/
MATCH (directory:AwsDirectory)
WHERE directory.type IN ['MicrosoftAD', 'ADConnector']
  AND (directory.radius_state IS NULL OR directory.radius_state <> 'Completed')
RETURN directory AS resource, {radius: directory.radius_state} AS evidence
