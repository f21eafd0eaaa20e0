/*---
title: Providers of public issuers say whose tokens they take
resource: GcpIdentityProvider
severity: high
policy: gcp-identity
why: >-
  GitHub, GitLab and their like sign tokens for everybody. Without a condition the pool takes those
  of strangers, and one binding that is too wide lets them in.
fix:
  console: >-
    IAM and Admin > Workload Identity Federation > the pool > {name} > Edit > Attribute Conditions.
  cli: |
    gcloud iam workload-identity-pools providers update-oidc {name} --project {account} \
      --location global --workload-identity-pool "${POOL:?id of its pool}" \
      --attribute-condition "assertion.repository_owner == 'example'"
  terraform: |
    resource "google_iam_workload_identity_pool_provider" "this" {
      workload_identity_pool_id          = google_iam_workload_identity_pool.this.workload_identity_pool_id
      workload_identity_pool_provider_id = "{name}"
      attribute_condition                = "assertion.repository_owner == 'example'"
      attribute_mapping                  = { "google.subject" = "assertion.sub" }
      oidc {
        issuer_uri = "{issuer}"
      }
    }
applies: |
  MATCH (provider:GcpIdentityProvider)-[:TRUSTS_IDENTITY]->(identity:ExternalIdentity)
  WHERE identity.issuer IN [
    'token.actions.githubusercontent.com', 'gitlab.com', 'app.terraform.io', 'accounts.google.com'
  ]
  RETURN DISTINCT provider AS resource
---*/
MATCH (provider:GcpIdentityProvider)-[:TRUSTS_IDENTITY]->(identity:ExternalIdentity)
WHERE identity.issuer IN [
    'token.actions.githubusercontent.com', 'gitlab.com', 'app.terraform.io', 'accounts.google.com'
  ]
  AND provider.is_disabled = false
  AND provider.condition IS NULL
RETURN provider AS resource, {everybody_of: identity.issuer} AS evidence
