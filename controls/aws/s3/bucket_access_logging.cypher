/*---
title: S3 buckets log who reads and writes them
resource: AwsS3Bucket
severity: medium
policy: aws-logging
also: {prowler: [s3_bucket_server_access_logging_enabled]}
why: After a leak, the access log is what tells which objects were taken, when and by whom.
fix:
  console: >-
    S3 > {name} > Properties > Server access logging > Edit > Enable, choose the bucket for logs >
    Save.
  cli: >-
    aws s3api put-bucket-logging --bucket {name} --bucket-logging-status
    "LoggingEnabled={TargetBucket=${LOG_BUCKET:?name of the bucket for logs},TargetPrefix={name}/}"
  terraform: |
    resource "aws_s3_bucket_logging" "this" {
      bucket        = "{name}"
      target_bucket = var.log_bucket
      target_prefix = "{name}/"
    }
applies: |
  MATCH (bucket:AwsS3Bucket)
  WHERE NOT EXISTS { (:AwsS3Bucket)-[:LOGS_TO]->(bucket) }
  RETURN bucket AS resource
---*/
// A bucket that takes the access logs of others would log its own log deliveries: left out.
MATCH (bucket:AwsS3Bucket)
WHERE NOT EXISTS { (bucket)-[:LOGS_TO]->(:Resource) }
  AND NOT EXISTS { (:AwsS3Bucket)-[:LOGS_TO]->(bucket) }
RETURN bucket AS resource, {expected: 'a bucket for access logs', actual: 'none'} AS evidence
