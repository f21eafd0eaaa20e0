/*---
title: Directories speak to their RADIUS server by MS-CHAPv2
resource: AwsDirectory
severity: medium
policy: aws-directories
also: {prowler: [directoryservice_radius_server_security_protocol]}
why: >-
  The older protocols send the password as good as in clear: who listens on the way to the server
  has it.
fix:
  console: >-
    In Directory Service in {region}, Directories, {id}, Networking & security, Multi-factor
    authentication, Actions, Edit, Protocol, MS-CHAPv2.
  cli: >-
    aws ds update-radius --region {region} --directory-id {id} --radius-settings
    "file://${SETTINGS:?file with the RADIUS settings, as JSON}"
  terraform: |
    resource "aws_directory_service_radius_settings" "this" {
      directory_id            = "{id}"
      authentication_protocol = "MS-CHAPv2"
      # ...
    }
---*/
WITH ['MS-CHAPv2'] AS safe
MATCH (directory:AwsDirectory)
WHERE NOT directory.radius_protocol IN safe
RETURN directory AS resource, {actual: directory.radius_protocol, expected: safe} AS evidence
