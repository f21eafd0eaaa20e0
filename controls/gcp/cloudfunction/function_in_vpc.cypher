/*---
title: Functions reach networks through a connector
resource: GcpCloudFunction
severity: low
policy: gcp-serverless
also: {prowler: [cloudfunction_function_inside_vpc]}
why: >-
  What leaves a function otherwise goes to the internet, where no rule of a network holds it back
  and no flow log sees it.
fix:
  console: >-
    Cloud Functions > {name} > Edit > Connections > Egress settings > choose a connector > Route all
    traffic > Deploy.
  cli: >-
    gcloud functions deploy {name} --region {region} --project {account}
    --vpc-connector "${CONNECTOR:?a connector in {region}}" --egress-settings all
    --source "${SOURCE:?where its source is}"
  terraform: |
    resource "google_cloudfunctions2_function" "this" {
      name     = "{name}"
      location = "{region}"
      # ...
      service_config {
        vpc_connector                 = google_vpc_access_connector.this.id
        vpc_connector_egress_settings = "ALL_TRAFFIC"
      }
    }
---*/
MATCH (function:GcpCloudFunction)
WHERE function.vpc_connector IS NULL
RETURN function AS resource, {expected: 'a connector', actual: 'none'} AS evidence
