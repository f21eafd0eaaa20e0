/*---
title: Search domains refuse clients in clear text
resource: AwsOpensearchDomain
severity: medium
policy: aws-encryption-in-transit
also: {prowler: [opensearch_service_domains_https_communications_enforced]}
why: Passwords, queries and documents that pass in clear text are there to read on the way.
fix:
  console: >-
    OpenSearch Service > Domains > {name} > Actions > Edit security configuration > tick Require
    HTTPS for all traffic to the domain > Save changes.
  cli: >-
    aws opensearch update-domain-config --region {region} --domain-name {name}
    --domain-endpoint-options EnforceHTTPS=true,TLSSecurityPolicy=Policy-Min-TLS-1-2-PFS-2023-10
  terraform: |
    resource "aws_opensearch_domain" "this" {
      # ...
      domain_endpoint_options {
        enforce_https       = true
        tls_security_policy = "Policy-Min-TLS-1-2-PFS-2023-10"
      }
    }
---*/
MATCH (domain:AwsOpensearchDomain)
WHERE domain.requires_https = false
RETURN domain AS resource, {expected: 'HTTPS only', actual: 'clear text is taken'} AS evidence
