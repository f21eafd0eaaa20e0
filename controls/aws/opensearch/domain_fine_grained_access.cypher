/*---
title: Search domains say who may see which index
resource: AwsOpensearchDomain
severity: medium
policy: aws-data-exposure
also: {prowler: [opensearch_service_domains_access_control_enabled]}
why: Without roles inside of it, whoever may search in a domain may read all of it, and delete it.
fix:
  console: >-
    OpenSearch Service > Domains > {name} > Actions > Edit security configuration > tick Enable
    fine-grained access control > choose who is master > Save changes. HTTPS, encryption at rest and
    between nodes have to be on.
  cli: >-
    aws opensearch update-domain-config --region {region} --domain-name {name}
    --advanced-security-options
    "Enabled=true,MasterUserOptions={MasterUserARN=${MASTER:?ARN of a role}}"
  terraform: |
    resource "aws_opensearch_domain" "this" {
      # ...
      advanced_security_options {
        enabled = true
        master_user_options {
          master_user_arn = var.master_role_arn
        }
      }
    }
---*/
MATCH (domain:AwsOpensearchDomain)
WHERE domain.has_fine_grained_access = false
RETURN domain AS resource, {expected: 'fine-grained access control', actual: 'none'} AS evidence
