/*---
title: Load balancers of the internet ask who comes
resource: GcpBackendService
severity: low
policy: gcp-network-exposure
mandates: {cis-gcp-4.0: ["3.10"]}
why: >-
  Behind Identity-Aware Proxy a request reaches the instances only from people whom a policy names:
  a flaw of what they serve is then no flaw for all the world.
fix:
  console: >-
    Security > Identity-Aware Proxy > Applications > {name} > IAP: on; then let firewall rules take
    its ports from 130.211.0.0/22 and 35.191.0.0/16 only.
  cli: |
    region={region}
    if [ "$region" = global ]; then where=--global; else where="--region=$region"; fi
    gcloud compute backend-services update {name} --project {account} $where --iap=enabled
  terraform: |
    resource "google_compute_backend_service" "this" {
      name = "{name}"
      # ...
      iap {
        enabled = true
      }
    }
applies: |
  MATCH (service:GcpBackendService)
  WHERE service.is_external = true AND service.is_http = true
  RETURN service AS resource
---*/
MATCH (service:GcpBackendService)
WHERE service.is_external = true AND service.is_http = true AND service.asks_who = false
RETURN service AS resource, {expected: 'Identity-Aware Proxy', actual: 'off'} AS evidence
