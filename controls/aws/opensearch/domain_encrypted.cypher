/*---
title: Search domains are encrypted at rest
resource: AwsOpensearchDomain
severity: high
policy: aws-encryption
also: {prowler: [opensearch_service_domains_encryption_at_rest_enabled]}
why: Indices, logs and snapshots in clear are readable to whoever gets hold of a disk.
fix:
  console: >-
    OpenSearch Service > Domains > {name} > Actions > Edit security configuration > Encryption >
    tick Enable encryption of data at rest > Save changes.
  cli: >-
    aws opensearch update-domain-config --region {region} --domain-name {name}
    --encryption-at-rest-options Enabled=true
  terraform: |
    resource "aws_opensearch_domain" "this" {
      # ...
      encrypt_at_rest {
        enabled = true
      }
    }
---*/
MATCH (domain:AwsOpensearchDomain)
WHERE domain.is_encrypted = false
RETURN domain AS resource, {expected: 'encrypted', actual: 'in clear'} AS evidence
