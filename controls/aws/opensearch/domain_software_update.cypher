/*---
title: Search domains run the latest software of the service
resource: AwsOpensearchDomain
severity: medium
policy: aws-updates
also: {prowler: [opensearch_service_domains_updated_to_the_latest_service_software_version]}
why: The service's software closes security holes of the engine and of what it runs on.
fix:
  console: OpenSearch Service > Domains > {name} > Actions > Update > Update.
  cli: aws opensearch start-service-software-update --region {region} --domain-name {name}
  terraform: |
    resource "aws_opensearch_domain" "this" {
      # ...
      software_update_options {
        auto_software_update_enabled = true
      }
    }
---*/
MATCH (domain:AwsOpensearchDomain)
WHERE domain.has_software_update = true
RETURN domain AS resource, {expected: 'up to date', actual: 'an update waits'} AS evidence
