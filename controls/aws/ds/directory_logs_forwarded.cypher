/*---
title: Directories send their security events to a log group
resource: AwsDirectory
severity: medium
policy: aws-directories
also: {prowler: [directoryservice_directory_log_forwarding_enabled]}
why: >-
  The domain controllers are AWS's: nobody can look at their event log. What is not forwarded is not
  seen, sign-ins above all.
fix:
  console: >-
    In Directory Service in {region}, Directories, {id}, Networking & security, Log forwarding,
    Enable.
  cli: |
    aws logs create-log-group --region {region} --log-group-name /aws/directoryservice/{id}
    # The group's resource policy has to let ds.amazonaws.com write; see logs put-resource-policy.
    aws ds create-log-subscription --region {region} --directory-id {id} \
      --log-group-name /aws/directoryservice/{id}
  terraform: |
    resource "aws_directory_service_log_subscription" "this" {
      directory_id   = "{id}"
      log_group_name = aws_cloudwatch_log_group.directory.name
    }
applies: >-
  MATCH (directory:AwsDirectory) WHERE directory.type = 'MicrosoftAD' RETURN directory AS resource
---*/
MATCH (directory:AwsDirectory)
WHERE directory.type = 'MicrosoftAD'
  AND NOT EXISTS { (directory)-[:LOGS_TO]->(:Resource) }
RETURN directory AS resource, {expected: 'a log group'} AS evidence
