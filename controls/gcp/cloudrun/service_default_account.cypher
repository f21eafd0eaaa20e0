/*---
title: Services of Cloud Run act with an account made for them
resource: GcpCloudRunService
severity: high
policy: gcp-serverless
why: >-
  Compute Engine's own account may edit the whole project, unless that was taken from it: a flaw in
  one service is then a flaw in everything.
fix:
  console: >-
    Cloud Run > {name} > Edit and deploy new revision > Security > Service account > an account of
    its own > Deploy.
  cli: >-
    gcloud run services update {name} --region {region} --project {account}
    --service-account "${OWN:?e-mail of its account}"
  terraform: |
    resource "google_cloud_run_v2_service" "this" {
      name     = "{name}"
      location = "{region}"
      template {
        service_account = google_service_account.service.email
        # ...
      }
    }
---*/
MATCH (service:GcpCloudRunService)
WHERE service.uses_default_account = true
RETURN service AS resource, {
  expected: 'an account of its own', actual: 'the account of Compute Engine'
} AS evidence
