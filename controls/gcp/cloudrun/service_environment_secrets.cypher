/*---
title: No environment variable of a service of Cloud Run is named like a secret
resource: GcpCloudRunService
severity: high
policy: gcp-serverless
why: >-
  Whoever may look at a service reads its variables, those of all its revisions; a secret belongs
  into Secret Manager, which fills a variable when the service starts.
fix:
  console: >-
    Cloud Run > {name} > Edit and deploy new revision > Variables and secrets > take the variable
    away > Reference a secret > Deploy. Replace the secret.
  cli: |
    printf '%s' "$SECRET" | gcloud secrets create "${ID:?id of the secret}" \
      --project {account} --data-file -
    gcloud run services update {name} --region {region} --project {account} \
      --remove-env-vars "${VARIABLE:?its name}"
    gcloud run services update {name} --region {region} --project {account} \
      --update-secrets "$VARIABLE=$ID:latest"
  terraform: |
    resource "google_cloud_run_v2_service" "this" {
      name     = "{name}"
      location = "{region}"
      template {
        containers {
          # ...
          env {
            name = "PASSWORD"
            value_source {
              secret_key_ref {
                secret  = google_secret_manager_secret.this.secret_id
                version = "latest"
              }
            }
          }
        }
      }
    }
---*/
WITH [
  'PASSWORD', 'PASSWD', 'PASSPHRASE', 'SECRET', 'SECRET_KEY', 'PRIVATE_KEY', 'API_KEY', 'APIKEY',
  'ACCESS_KEY', 'TOKEN'
] AS endings
MATCH (service:GcpCloudRunService)
UNWIND service.environment_names AS name
WITH service, name, endings
WHERE any(ending IN endings WHERE toUpper(name) ENDS WITH ending)
RETURN service AS resource, {variables: collect(name)} AS evidence
