/*---
title: Search domains let nobody in whom they do not know
resource: AwsOpensearchDomain
severity: critical
policy: aws-data-exposure
also: {prowler: [opensearch_service_domains_not_publicly_accessible]}
why: Anyone on the internet can read, change and delete what such a domain holds.
fix:
  console: >-
    OpenSearch Service > Domains > {name} > Security configuration > Edit > Access policy > only
    the roles that need it > Save changes.
  cli: |
    aws opensearch update-domain-config --region {region} --domain-name {name} \
      --access-policies '{
        "Version": "2012-10-17",
        "Statement": [{
          "Effect": "Allow",
          "Principal": {"AWS": "{account}"},
          "Action": "es:ESHttp*",
          "Resource": "{uid}/*"
        }]
      }'
  terraform: |
    resource "aws_opensearch_domain_policy" "this" {
      domain_name     = "{name}"
      access_policies = data.aws_iam_policy_document.known_clients_only.json
    }
---*/
// In a network, or where roles inside of it decide, an open policy opens nothing.
MATCH (domain:AwsOpensearchDomain)
WHERE size(domain.policy_public_actions) > 0
  AND (domain.has_fine_grained_access = false OR domain.allows_anonymous = true)
  AND domain.is_in_vpc = false
RETURN domain AS resource, {
  anyone_may: domain.policy_public_actions,
  endpoint: domain.endpoint
} AS evidence
