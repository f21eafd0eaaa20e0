/*---
title: Functions are called by nobody whom they do not know
resource: GcpCloudFunction
severity: high
policy: gcp-serverless
also: {prowler: [cloudfunction_function_not_publicly_accessible]}
why: >-
  Anyone then has the function do its work, with its account, at one's own cost.
fix:
  console: >-
    Cloud Functions > {name} > Permissions (of the second generation, those of its Cloud Run
    service) > take allUsers and allAuthenticatedUsers away.
  cli: |
    for member in allUsers allAuthenticatedUsers; do
      gcloud functions remove-invoker-policy-binding {name} --region {region} \
        --project {account} --member "$member"
    done
    # of the first generation: remove-iam-policy-binding --role roles/cloudfunctions.invoker
  terraform: |
    # of the first generation: google_cloudfunctions_function_iam_binding
    resource "google_cloud_run_v2_service_iam_binding" "this" {
      name     = "{name}"
      location = "{region}"
      role     = "roles/run.invoker"
      members  = var.callers # never allUsers, allAuthenticatedUsers
    }
---*/
MATCH (function:GcpCloudFunction)
WHERE size(function.public_roles) > 0
  OR EXISTS {
    (function)-[:BACKED_BY]->(service:GcpCloudRunService)
    WHERE size(service.public_roles) > 0 OR service.checks_invokers = false
  }
RETURN function AS resource, {
  expected: 'nobody', actual: function.public_roles, generation: function.generation,
  ingress: function.ingress
} AS evidence
