/*---
title: API keys are good for the services that they are meant for only
resource: GcpApiKey
severity: high
policy: gcp-api-keys
mandates: {cis-gcp-4.0: ["1.14"]}
also: {prowler: [apikeys_api_restrictions_configured]}
why: >-
  A key that was made for maps opens all other services of the project too, those that somebody
  switches on next year among them.
fix:
  console: >-
    APIs & Services > Credentials of {account} > {name} > API restrictions > Restrict key > the
    services that it is used for.
  cli: |
    gcloud services api-keys update {resource_name} \
      --api-target "service=${SERVICE:?maps-backend.googleapis.com}"
  terraform: |
    resource "google_apikeys_key" "this" {
      project = "{account}"
      name    = basename("{resource_name}")
      restrictions {
        api_targets {
          service = var.service
        }
      }
    }
applies: MATCH (key:GcpApiKey) WHERE key.deleted_at IS NULL RETURN key AS resource
---*/
WITH 'cloudapis.googleapis.com' AS all_of_them
MATCH (key:GcpApiKey)
WHERE key.deleted_at IS NULL
  AND (size(key.api_targets) = 0 OR all_of_them IN key.api_targets)
RETURN key AS resource, {expected: 'named services', actual: key.api_targets} AS evidence
