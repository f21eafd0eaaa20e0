/*---
title: Functions that requests call take them from within, or through a load balancer
resource: GcpCloudFunction
severity: medium
policy: gcp-serverless
why: >-
  What no network or load balancer stands before is reached by all who try, and no filter sees it.
applies: |
  MATCH (function:GcpCloudFunction)
  WHERE function.url IS NOT NULL
  RETURN function AS resource
fix:
  console: >-
    Cloud Functions > {name} > Edit > Connections > Ingress settings > Allow internal traffic and
    traffic from Cloud Load Balancing > Deploy.
  cli: >-
    gcloud functions deploy {name} --region {region} --project {account}
    --ingress-settings internal-and-gclb --source "${SOURCE:?where its source is}"
  terraform: |
    resource "google_cloudfunctions2_function" "this" {
      name     = "{name}"
      location = "{region}"
      # ...
      service_config {
        ingress_settings = "ALLOW_INTERNAL_AND_GCLB"
      }
    }
---*/
MATCH (function:GcpCloudFunction)
WHERE function.url IS NOT NULL AND function.ingress = 'ALLOW_ALL'
RETURN function AS resource, {
  expected: 'ALLOW_INTERNAL_AND_GCLB or less', actual: function.ingress
} AS evidence
