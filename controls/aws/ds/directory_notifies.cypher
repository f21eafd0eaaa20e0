/*---
title: Somebody is told when a directory is not well
resource: AwsDirectory
severity: low
policy: aws-directories
also: {prowler: [directoryservice_directory_monitor_notifications]}
why: When a directory fails, nobody can sign in any more, and those who notice first are its users.
fix:
  console: >-
    In Directory Service in {region}, Directories, {id}, Maintenance, Directory monitoring, Actions,
    Create notification.
  cli: aws ds register-event-topic --region {region} --directory-id {id} --topic-name "$TOPIC"
  terraform: |
    # Terraform can't set this; see the command line. The topic:
    resource "aws_sns_topic" "directory" {
      name = "directory"
    }
applies: >-
  MATCH (directory:AwsDirectory) WHERE directory.type <> 'SharedMicrosoftAD' RETURN directory AS
  resource
---*/
MATCH (directory:AwsDirectory)
WHERE directory.type <> 'SharedMicrosoftAD'
  AND NOT EXISTS { (directory)-[:NOTIFIES]->(:Resource) }
RETURN directory AS resource, {expected: 'a topic'} AS evidence
