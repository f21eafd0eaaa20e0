/*---
title: Nodes of search domains talk to each other over TLS
resource: AwsOpensearchDomain
severity: medium
policy: aws-encryption-in-transit
also: {prowler: [opensearch_service_domains_node_to_node_encryption_enabled]}
why: What clients send by TLS goes on in clear from node to node without it.
fix:
  console: >-
    OpenSearch Service > Domains > {name} > Actions > Edit security configuration > Encryption >
    tick Node-to-node encryption > Save changes.
  cli: >-
    aws opensearch update-domain-config --region {region} --domain-name {name}
    --node-to-node-encryption-options Enabled=true
  terraform: |
    resource "aws_opensearch_domain" "this" {
      # ...
      node_to_node_encryption {
        enabled = true
      }
    }
---*/
MATCH (domain:AwsOpensearchDomain)
WHERE domain.encrypts_between_nodes = false
RETURN domain AS resource, {expected: 'TLS between nodes', actual: 'clear text'} AS evidence
