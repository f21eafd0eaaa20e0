/*---
title: API keys are at most 90 days old
resource: GcpApiKey
severity: medium
policy: gcp-api-keys
mandates: {cis-gcp-4.0: ["1.15"]}
also: {prowler: [apikeys_key_rotated_in_90_days]}
why: Who copied the key out of a page can use it until it is another one.
fix:
  console: >-
    APIs & Services > Credentials of {account} > {name} > Rotate key; move what uses it to the new
    one, then delete the old one.
  cli: |
    gcloud services api-keys create --project {account} --display-name "${NAME:?of the new key}" \
      --api-target "service=${SERVICE:?what it is used for}"
    # when all use the new key:
    gcloud services api-keys delete {resource_name}
  terraform: |
    resource "time_rotating" "key" {
      rotation_days = 60
    }
    resource "google_apikeys_key" "this" {
      project = "{account}"
      name    = "key-${formatdate("YYYYMMDD", time_rotating.key.rfc3339)}"
      # ... with its restrictions
      lifecycle {
        create_before_destroy = true
      }
    }
applies: MATCH (key:GcpApiKey) WHERE key.deleted_at IS NULL RETURN key AS resource
---*/
WITH 90 AS max_age_days
MATCH (key:GcpApiKey)
WHERE key.deleted_at IS NULL AND key.created_at < datetime() - duration({days: max_age_days})
RETURN key AS resource, {
  created: key.created_at, expected: 'at most ' + max_age_days + ' days old'
} AS evidence
