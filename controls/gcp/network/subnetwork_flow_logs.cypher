/*---
title: Subnetworks log the traffic of their instances
resource: GcpSubnetwork
severity: medium
policy: gcp-logging
mandates: {cis-gcp-4.0: ["3.8"]}
also: {prowler: [compute_subnet_flow_logs_enabled]}
why: >-
  Flow logs tell who talked to whom: without them nobody can follow what an intruder reached.
fix:
  console: >-
    VPC network > VPC networks > Subnets > {name} > Edit > Flow logs: On > Save.
  cli: >-
    gcloud compute networks subnets update {name} --project {account} --region {region}
    --enable-flow-logs --logging-aggregation-interval interval-5-sec --logging-flow-sampling 1
    --logging-metadata include-all
  terraform: |
    resource "google_compute_subnetwork" "this" {
      name = "{name}"
      # ...
      log_config {
        aggregation_interval = "INTERVAL_5_SEC"
        flow_sampling        = 1
        metadata             = "INCLUDE_ALL_METADATA"
      }
    }
applies: |
  MATCH (subnetwork:GcpSubnetwork)
  WHERE subnetwork.is_proxy_only = false
  RETURN subnetwork AS resource
---*/
MATCH (subnetwork:GcpSubnetwork)
WHERE subnetwork.is_proxy_only = false
  // Where it was never set, nothing is logged unless the organization has it so.
  AND coalesce(subnetwork.flow_logs, false) = false
RETURN subnetwork AS resource, {
  expected: 'on', actual: CASE WHEN subnetwork.flow_logs IS NULL THEN 'never set' ELSE 'off' END
} AS evidence
