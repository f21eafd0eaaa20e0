/*---
title: Buckets behind distributions are there
resource: AwsCloudfrontDistribution
severity: high
policy: aws-names
also: {prowler: [cloudfront_distributions_s3_origin_non_existent_bucket]}
why: >-
  Anyone can make a bucket of a name that is free. What they put into it is then delivered under
  your name.
fix:
  console: >-
    CloudFront > Distributions > {id} > Origins > the bucket > Delete, or make a bucket of that name
    at once.
  cli: |
    for name in $(aws cloudfront get-distribution-config --id {id} --output text \
        --query 'DistributionConfig.Origins.Items[].DomainName'); do
      bucket=$(echo "$name" | awk -F '[.]s3[.-]' '{ print $1 }')
      aws s3api head-bucket --bucket "$bucket" || echo "$bucket is not there"
    done
    aws s3api create-bucket --bucket "${BUCKET:?the one that is not there}"
  terraform: |
    resource "aws_s3_bucket" "origin" {
      bucket = var.bucket # or take the origin out of the distribution {id}
    }
---*/
MATCH (distribution:AwsCloudfrontDistribution)-[:HAS_ORIGIN]->(bucket:Resource)
WHERE bucket.uid CONTAINS ':s3:::'
  AND NOT EXISTS { (known:Resource:AwsS3Bucket) WHERE known.uid = bucket.uid }
RETURN distribution AS resource, {not_ours: collect(bucket.uid)} AS evidence
