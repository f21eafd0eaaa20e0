/*---
title: Viewers reach distributions over TLS only
resource: AwsCloudfrontDistribution
severity: high
policy: aws-content-delivery
also: {prowler: [cloudfront_distributions_https_enabled]}
why: What goes over plain HTTP is read and changed on its way, session and all.
fix:
  console: >-
    CloudFront > Distributions > {id} > Behaviors > each > Edit > Viewer protocol policy, Redirect
    HTTP to HTTPS > Save changes.
  cli: |
    aws cloudfront get-distribution-config --id {id} > found.json
    jq '.DistributionConfig |
      (.DefaultCacheBehavior, .CacheBehaviors.Items[]?).ViewerProtocolPolicy =
      "redirect-to-https"' found.json > config.json
    aws cloudfront update-distribution --id {id} --if-match "$(jq -r .ETag found.json)" \
      --distribution-config file://config.json
  terraform: |
    resource "aws_cloudfront_distribution" "this" {
      default_cache_behavior {
        viewer_protocol_policy = "redirect-to-https" # and so in each ordered_cache_behavior
      }
    }
---*/
MATCH (distribution:AwsCloudfrontDistribution)
WHERE 'allow-all' IN distribution.viewer_protocol_policies
RETURN distribution AS resource, {
  expected: 'redirect-to-https or https-only', actual: distribution.viewer_protocol_policies
} AS evidence
