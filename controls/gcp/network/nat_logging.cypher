/*---
title: Translations of addresses are logged
resource: GcpRouter
severity: low
policy: gcp-logging
why: >-
  From outside, all instances behind a translation look alike: only its log tells which of them it
  was, and when connections fail for want of ports.
fix:
  console: >-
    Network Services > Cloud NAT > the gateways of {name} > Edit > Advanced configurations >
    Logging: Translation and errors > Save.
  cli: |
    for nat in $(echo {unlogged_nats} | tr , ' '); do
      gcloud compute routers nats update "$nat" --router {name} --project {account} \
        --region {region} --enable-logging --log-filter=ALL
    done
  terraform: |
    resource "google_compute_router_nat" "this" {
      router = "{name}"
      region = "{region}"
      # ...
      log_config {
        enable = true
        filter = "ALL"
      }
    }
applies: |
  MATCH (router:GcpRouter)
  WHERE size(router.nats) > 0
  RETURN router AS resource
---*/
MATCH (router:GcpRouter)
WHERE size(router.unlogged_nats) > 0
RETURN router AS resource, {not_logged: router.unlogged_nats} AS evidence
