/*---
title: Projects do without API keys
resource: GcpProject
severity: medium
policy: gcp-api-keys
mandates: {cis-gcp-4.0: ["1.12"]}
also: {prowler: [apikeys_key_exists]}
why: >-
  An API key can be read in the page or program that uses it, and whoever copies it uses the project
  on the company's bill. Signing in as a service account gives nothing away.
fix:
  console: >-
    APIs & Services > Credentials of {account} > API keys > delete each; let programs sign in as
    service accounts.
  cli: |
    gcloud services api-keys list --project {account}
    gcloud services api-keys delete "${KEY:?projects/.../locations/global/keys/...}"
  terraform: >-
    # Take each "google_apikeys_key" of {account} out of the configuration and apply.
---*/
MATCH (project:GcpProject)
WHERE EXISTS {
  MATCH (project)<-[:IN_PROJECT]-(key:GcpApiKey)
  WHERE key.deleted_at IS NULL
}
RETURN project AS resource, {expected: 'none'} AS evidence
