/*---
title: Search domains outlive the failure of a zone
resource: AwsOpensearchDomain
severity: medium
policy: aws-data-resilience
also: {prowler: [opensearch_service_domains_fault_tolerant_data_nodes]}
why: A zone that fails takes a domain in one zone with it, until a snapshot is restored.
fix:
  console: >-
    OpenSearch Service > Domains > {name} > Edit cluster configuration > Availability zones > 2 or 3
    > Save changes.
  cli: >-
    aws opensearch update-domain-config --region {region} --domain-name {name} --cluster-config
    "ZoneAwarenessEnabled=true,ZoneAwarenessConfig={AvailabilityZoneCount=2},InstanceCount=2"
  terraform: |
    resource "aws_opensearch_domain" "this" {
      # ...
      cluster_config {
        instance_count         = 2
        zone_awareness_enabled = true
      }
    }
---*/
MATCH (domain:AwsOpensearchDomain)
WHERE domain.is_multi_az = false OR domain.instance_count < 2
RETURN domain AS resource, {
  is_multi_az: domain.is_multi_az,
  data_nodes: domain.instance_count
} AS evidence
