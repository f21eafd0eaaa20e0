/*---
title: Services of Cloud Run are called by nobody whom they do not know
resource: GcpCloudRunService
severity: high
policy: gcp-serverless
why: >-
  Anyone then has the service do its work, with its account, unless it asks who is there itself.
fix:
  console: Cloud Run > {name} > Security > Authentication > Require authentication > Save.
  cli: |
    gcloud run services update {name} --region {region} --project {account} --invoker-iam-check
    for member in allUsers allAuthenticatedUsers; do
      gcloud run services remove-iam-policy-binding {name} --region {region} \
        --project {account} --member "$member" --role roles/run.invoker
    done
  terraform: |
    resource "google_cloud_run_v2_service_iam_binding" "this" {
      name     = "{name}"
      location = "{region}"
      role     = "roles/run.invoker"
      members  = var.callers # never allUsers, allAuthenticatedUsers
    }
---*/
MATCH (service:GcpCloudRunService)
WHERE size(service.public_roles) > 0 OR service.checks_invokers = false
RETURN service AS resource, {
  expected: 'nobody', actual: service.public_roles, checks_invokers: service.checks_invokers,
  ingress: service.ingress
} AS evidence
