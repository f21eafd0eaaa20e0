/*---
title: Functions act with an account made for them
resource: GcpCloudFunction
severity: high
policy: gcp-serverless
why: >-
  The accounts that come with a project may edit all of it, unless that was taken from them: a flaw
  in one function is then a flaw in everything.
fix:
  console: >-
    Cloud Functions > {name} > Edit > Runtime > Runtime service account > an account of its own >
    Deploy.
  cli: >-
    gcloud functions deploy {name} --region {region} --project {account}
    --service-account "${OWN:?e-mail of its account}" --source "${SOURCE:?where its source is}"
  terraform: |
    resource "google_cloudfunctions2_function" "this" {
      name     = "{name}"
      location = "{region}"
      # ...
      service_config {
        service_account_email = google_service_account.function.email
      }
    }
---*/
MATCH (function:GcpCloudFunction)
WHERE function.uses_default_account = true
RETURN function AS resource, {
  expected: 'an account of its own', actual: 'an account that came with the project'
} AS evidence
