/*---
title: Distributions with a bucket say what is given for their root
resource: AwsCloudfrontDistribution
severity: low
policy: aws-content-delivery
also: {prowler: [cloudfront_distributions_default_root_object]}
why: >-
  Without it, a request for the root is passed on to the bucket, which may answer with a list of all
  that is in it.
fix:
  console: >-
    CloudFront > Distributions > {id} > General > Settings > Edit > Default root object, index.html
    > Save changes.
  cli: |
    aws cloudfront get-distribution-config --id {id} > found.json
    jq '.DistributionConfig | .DefaultRootObject = "index.html"' found.json > config.json
    aws cloudfront update-distribution --id {id} --if-match "$(jq -r .ETag found.json)" \
      --distribution-config file://config.json
  terraform: |
    resource "aws_cloudfront_distribution" "this" {
      default_root_object = "index.html"
    }
applies: |
  MATCH (distribution:AwsCloudfrontDistribution)-[:HAS_ORIGIN]->(bucket:Resource)
  WHERE bucket.uid CONTAINS ':s3:::'
  RETURN DISTINCT distribution AS resource
---*/
MATCH (distribution:AwsCloudfrontDistribution)
WHERE distribution.default_root_object IS NULL
  AND EXISTS {
    (distribution)-[:HAS_ORIGIN]->(bucket:Resource) WHERE bucket.uid CONTAINS ':s3:::'
  }
RETURN distribution AS resource, {expected: 'a default root object'} AS evidence
