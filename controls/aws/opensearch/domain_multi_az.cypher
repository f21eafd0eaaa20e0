/*---
title: Search domains outlive the failure of a zone
resource: AwsOpensearchDomain
severity: medium
policy: aws-data-resilience
also: {prowler: [opensearch_service_domains_fault_tolerant_data_nodes]}
why: >-
  A zone that fails takes a domain in one zone with it; and with fewer than three nodes, those that
  are left can't agree on how to go on.
fix:
  console: >-
    OpenSearch Service > Domains > {name} > Edit cluster configuration > Availability zones > 3,
    Number of data nodes > 3 > Save changes.
  cli: >-
    aws opensearch update-domain-config --region {region} --domain-name {name} --cluster-config
    "ZoneAwarenessEnabled=true,ZoneAwarenessConfig={AvailabilityZoneCount=3},InstanceCount=3"
  terraform: |
    resource "aws_opensearch_domain" "this" {
      # ...
      cluster_config {
        instance_count         = 3
        zone_awareness_enabled = true
        zone_awareness_config {
          availability_zone_count = 3
        }
      }
    }
---*/
WITH 3 AS min_nodes
MATCH (domain:AwsOpensearchDomain)
WHERE domain.is_multi_az = false OR domain.instance_count < min_nodes
RETURN domain AS resource, {
  is_multi_az: domain.is_multi_az,
  data_nodes: domain.instance_count
} AS evidence
