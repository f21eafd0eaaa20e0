/*---
title: S3 buckets say who owns them
resource: AwsS3Bucket
severity: low
policy: company-tagging
why: When it costs, breaks or leaks, the tag tells whom to ask.
fix:
  console: >-
    S3 > {name} > Properties > Tags > Edit > Add tag > owner, with the team that answers for it >
    Save changes.
  cli: >-
    aws resourcegroupstaggingapi tag-resources --region {region} --resource-arn-list {uid} --tags
    "owner=${OWNER:?the team that answers for it}"
  terraform: |
    resource "aws_s3_bucket" "this" {
      # ...
      tags = {
        owner = var.owner
      }
    }
---*/
WITH 'owner' AS tag_key
MATCH (bucket:AwsS3Bucket)
WHERE NOT EXISTS { (bucket)-[:TAGGED]->(:Tag {key: tag_key}) }
RETURN bucket AS resource, {missing_tag: tag_key} AS evidence
