/*---
title: Services of Cloud Run take requests from within, or through a load balancer
resource: GcpCloudRunService
severity: medium
policy: gcp-serverless
why: >-
  What no network or load balancer stands before is reached by all who try, and no filter sees it.
fix:
  console: >-
    Cloud Run > {name} > Networking > Ingress > Internal, Allow traffic from external Application
    Load Balancers > Save.
  cli: >-
    gcloud run services update {name} --region {region} --project {account}
    --ingress internal-and-cloud-load-balancing
  terraform: |
    resource "google_cloud_run_v2_service" "this" {
      name     = "{name}"
      location = "{region}"
      ingress  = "INGRESS_TRAFFIC_INTERNAL_LOAD_BALANCER"
      # ...
    }
---*/
MATCH (service:GcpCloudRunService)
WHERE service.ingress = 'all'
RETURN service AS resource, {
  expected: 'internal-and-cloud-load-balancing or less', actual: service.ingress
} AS evidence
