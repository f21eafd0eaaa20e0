/*---
title: There is room for another snapshot of each directory
resource: AwsDirectory
severity: low
policy: aws-directories
also: {prowler: [directoryservice_directory_snapshots_limit]}
why: Before a risky change one wants a snapshot; it is a bad time to find that there are too many.
fix:
  console: >-
    In Directory Service in {region}, Directories, {id}, Maintenance, Snapshots, delete old ones.
  cli: |
    aws ds describe-snapshots --region {region} --directory-id {id}
    aws ds delete-snapshot --region {region} --snapshot-id "${SNAPSHOT:?the id of an old one}"
  terraform: |
    # Snapshots are not made by Terraform; see the command line.
    resource "aws_directory_service_directory" "this" {
      name = "{name}"
    }
---*/
WITH 2 AS min_left
MATCH (directory:AwsDirectory)
WHERE directory.snapshots_left < min_left
RETURN directory AS resource,
  {left: directory.snapshots_left, limit: directory.snapshots_limit} AS evidence
