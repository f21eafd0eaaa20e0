/*---
title: Search domains refuse TLS before version 1.2
resource: AwsOpensearchDomain
severity: medium
policy: aws-encryption-in-transit
why: >-
  TLS 1.0 and 1.1 have known flaws, and can be forced on clients that would speak a later version.
fix:
  console: >-
    OpenSearch Service > Domains > {name} > Actions > Edit security configuration > TLS policy > a
    policy of TLS 1.2 or later > Save changes.
  cli: >-
    aws opensearch update-domain-config --region {region} --domain-name {name}
    --domain-endpoint-options TLSSecurityPolicy=Policy-Min-TLS-1-2-PFS-2023-10
  terraform: |
    resource "aws_opensearch_domain" "this" {
      # ...
      domain_endpoint_options {
        tls_security_policy = "Policy-Min-TLS-1-2-PFS-2023-10"
      }
    }
---*/
WITH ['Policy-Min-TLS-1-0-2019-07'] AS old_policies
MATCH (domain:AwsOpensearchDomain)
WHERE domain.tls_policy IN old_policies
RETURN domain AS resource, {
  expected: 'a policy of TLS 1.2 or later',
  actual: domain.tls_policy
} AS evidence
