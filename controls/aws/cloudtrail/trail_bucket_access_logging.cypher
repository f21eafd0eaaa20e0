/*---
title: Who reads the log files of a trail is logged too
resource: AwsCloudTrailTrail
severity: low
policy: aws-logging
mandates: {cis-aws-6.0: ["4.4"]}
also: {prowler: [cloudtrail_logs_s3_bucket_access_logging_enabled]}
why: Access logs of the bucket show who looked at the trail, and who removed files from it.
fix:
  console: >-
    In S3, open the bucket that trail {name} writes to, Properties, Server access logging, enable it
    into another bucket.
  cli: |
    bucket=$(aws cloudtrail get-trail --region {region} --name {uid} \
      --query Trail.S3BucketName --output text)
    aws s3api put-bucket-logging --bucket "$bucket" --bucket-logging-status \
      "LoggingEnabled={TargetBucket=$ACCESS_LOG_BUCKET,TargetPrefix=$bucket/}"
  terraform: |
    resource "aws_s3_bucket_logging" "trail" {
      bucket        = aws_cloudtrail.this.s3_bucket_name
      target_bucket = aws_s3_bucket.access_logs.id
      target_prefix = "trail/"
    }
---*/
MATCH (trail:AwsCloudTrailTrail)-[:LOGS_TO]->(bucket:AwsS3Bucket)
WHERE NOT EXISTS { (bucket)-[:LOGS_TO]->(:Resource) }
RETURN trail AS resource, {bucket: bucket.name, expected: 'server access logging'} AS evidence
