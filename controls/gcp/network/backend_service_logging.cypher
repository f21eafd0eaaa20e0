/*---
title: Load balancers log requests
resource: GcpBackendService
severity: medium
policy: gcp-logging
mandates: {cis-gcp-4.0: ["2.16"]}
also: {prowler: [compute_loadbalancer_logging_enabled]}
why: >-
  After an attack, the log is what tells which requests were made, and from where.
fix:
  console: >-
    Network Services > Load balancing > Backends > {name} > Edit > Logging: Enable, Sample rate: 1 >
    Update.
  cli: |
    region={region}
    if [ "$region" = global ]; then where=--global; else where="--region=$region"; fi
    gcloud compute backend-services update {name} --project {account} $where --enable-logging \
      --logging-sample-rate=1
  terraform: |
    resource "google_compute_backend_service" "this" {
      name = "{name}"
      # ...
      log_config {
        enable      = true
        sample_rate = 1
      }
    }
applies: |
  MATCH (service:GcpBackendService)
  WHERE service.is_http = true
    AND service.scheme IN ['EXTERNAL', 'EXTERNAL_MANAGED', 'INTERNAL_MANAGED']
  RETURN service AS resource
---*/
WITH ['EXTERNAL', 'EXTERNAL_MANAGED', 'INTERNAL_MANAGED'] AS schemes
MATCH (service:GcpBackendService)
WHERE service.is_http = true AND service.scheme IN schemes AND service.is_logged = false
RETURN service AS resource, {expected: 'logged', actual: 'not logged'} AS evidence
