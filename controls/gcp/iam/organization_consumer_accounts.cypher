/*---
title: The organization is opened to accounts of the company only
resource: GcpOrganization
severity: critical
policy: gcp-identity
mandates: {cis-gcp-4.0: ["1.1"]}
why: >-
  What is granted on the organization holds in every project, and nobody at the company can close a
  private account or ask a second factor of it.
fix:
  console: >-
    Choose the organization {name}, IAM & Admin > IAM > the member with a private address > Edit
    principal > delete its roles.
  cli: |
    gcloud organizations remove-iam-policy-binding "$(basename {uid})" --all \
      --member "user:${MEMBER:?private address}" --role "${ROLE:?one of its roles}"
  terraform: |
    resource "google_organization_iam_member" "this" {
      org_id = trimprefix("{account}", "organizations/")
      role   = var.role
      member = "user:${var.address_at_the_company}"
    }
---*/
WITH ['gmail.com', 'googlemail.com'] AS private_domains
MATCH (organization:GcpOrganization)
WHERE any(grant IN organization.grants WHERE any(
  domain IN private_domains WHERE toLower(split(grant, ' ')[1]) ENDS WITH '@' + domain
))
RETURN organization AS resource, {
  granted: [grant IN organization.grants WHERE any(
    domain IN private_domains WHERE toLower(split(grant, ' ')[1]) ENDS WITH '@' + domain
  )]
} AS evidence
