/*---
title: No name leads to a bucket that is not there
resource: AwsRoute53Record
severity: high
policy: aws-names
why: >-
  Anyone can make a bucket of a name that is free. What they put into it is then served under your
  name, and believed to be yours.
fix:
  console: >-
    Route 53 > Hosted zones > the record's zone > {name} > Delete record, or make a bucket called
    {bucket_name} at once.
  cli: |
    aws s3api head-bucket --bucket {bucket_name} || aws s3api create-bucket --bucket {bucket_name}
  terraform: |
    resource "aws_s3_bucket" "website" {
      bucket = "{bucket_name}" # or take the record {name} out of the configuration
    }
applies: |
  MATCH (record:AwsRoute53Record)
  WHERE record.bucket_name IS NOT NULL
  RETURN record AS resource
---*/
MATCH (record:AwsRoute53Record)
WHERE record.bucket_name IS NOT NULL
  AND NOT EXISTS { (record)-[:RESOLVES_TO]->(:AwsS3Bucket) }
RETURN record AS resource, {leads_to: record.target, not_ours: record.bucket_name} AS evidence
