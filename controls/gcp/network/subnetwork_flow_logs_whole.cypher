/*---
title: Flow logs leave nothing out
resource: GcpSubnetwork
severity: low
policy: gcp-logging
mandates: {cis-gcp-4.0: ["3.8"]}
why: >-
  A sample taken every ten minutes misses what is short, and an intruder is: every flow, in steps of
  five seconds, with what Google knows of both ends.
fix:
  console: >-
    VPC network > VPC networks > Subnets > {name} > Edit > Flow logs > Aggregation interval: 5 sec,
    Include metadata, Sample rate: 100% > Save.
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
  WHERE subnetwork.flow_logs = true
  RETURN subnetwork AS resource
---*/
WITH 'INTERVAL_5_SEC' AS interval, 1.0 AS share, 'INCLUDE_ALL_METADATA' AS metadata
MATCH (subnetwork:GcpSubnetwork)
WHERE subnetwork.flow_logs = true
  AND (
    coalesce(subnetwork.flow_log_interval, 'INTERVAL_5_SEC') <> interval
    OR coalesce(subnetwork.flow_log_sampling, 0.5) < share  // survives: any default below the share
    OR subnetwork.flow_log_metadata IS NULL
    OR subnetwork.flow_log_metadata <> metadata
  )
RETURN subnetwork AS resource, {
  interval: subnetwork.flow_log_interval,
  share: subnetwork.flow_log_sampling,
  metadata: subnetwork.flow_log_metadata
} AS evidence
