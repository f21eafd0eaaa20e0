/*---
title: API keys are good for the applications that they are meant for only
resource: GcpApiKey
severity: high
policy: gcp-api-keys
mandates: {cis-gcp-4.0: ["1.13"]}
why: Whoever reads such a key in a page can use it from anywhere, for whatever they like.
fix:
  console: >-
    APIs & Services > Credentials of {account} > {name} > Application restrictions > the web sites,
    addresses or apps that use it, none of them `*`.
  cli: |
    gcloud services api-keys update {resource_name} \
      --allowed-referrers "${SITES:?https://www.example.com/*}"
    # or --allowed-ips, --allowed-application, --allowed-bundle-ids
  terraform: |
    resource "google_apikeys_key" "this" {
      project = "{account}"
      name    = basename("{resource_name}")
      restrictions {
        browser_key_restrictions {
          allowed_referrers = var.sites
        }
      }
    }
applies: MATCH (key:GcpApiKey) WHERE key.deleted_at IS NULL RETURN key AS resource
---*/
WITH ['*', '*/*', 'http://*', 'https://*', '0.0.0.0', '0.0.0.0/0', '::', '::/0', '::0'] AS anything
MATCH (key:GcpApiKey)
WHERE key.deleted_at IS NULL AND (
  size(key.allowed_applications) = 0
  OR any(application IN key.allowed_applications WHERE
    application IN anything OR application =~ '(https?://)?\\*\\.[a-z]+(/\\*)?'
  )
)
RETURN key AS resource, {
  kind: key.application_kind, allowed: key.allowed_applications
} AS evidence
