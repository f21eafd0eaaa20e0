/*---
title: No environment variable of a function is named like a secret
resource: GcpCloudFunction
severity: high
policy: gcp-serverless
mandates: {cis-gcp-4.0: ["1.17"]}
why: >-
  Whoever may look at a function reads its variables; a secret belongs into Secret Manager, which
  fills a variable when the function starts.
fix:
  console: >-
    Cloud Functions > {name} > Edit > Runtime > take the variable away, then Security > Add a secret
    reference > Exposed as environment variable > Deploy. Replace the secret.
  cli: |
    printf '%s' "$SECRET" | gcloud secrets create "${ID:?id of the secret}" \
      --project {account} --data-file -
    gcloud functions deploy {name} --region {region} --project {account} \
      --remove-env-vars "${VARIABLE:?its name}" --set-secrets "$VARIABLE=$ID:latest" \
      --source "${SOURCE:?where its source is}"
  terraform: |
    resource "google_cloudfunctions2_function" "this" {
      name     = "{name}"
      location = "{region}"
      # ...
      service_config {
        secret_environment_variables {
          key        = "PASSWORD"
          project_id = "{account}"
          secret     = google_secret_manager_secret.this.secret_id
          version    = "latest"
        }
      }
    }
---*/
WITH [
  'PASSWORD', 'PASSWD', 'PASSPHRASE', 'SECRET', 'SECRET_KEY', 'PRIVATE_KEY', 'API_KEY', 'APIKEY',
  'ACCESS_KEY', 'TOKEN'
] AS endings
MATCH (function:GcpCloudFunction)
UNWIND function.environment_names AS name
WITH function, name, endings
WHERE any(ending IN endings WHERE toUpper(name) ENDS WITH ending)
RETURN function AS resource, {variables: collect(name)} AS evidence
