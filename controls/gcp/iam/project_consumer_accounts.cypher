/*---
title: Projects are opened to accounts of the company only
resource: GcpProject
severity: high
policy: gcp-identity
mandates: {cis-gcp-4.0: ["1.1"]}
why: >-
  Nobody at the company can close a private account, ask a second factor of it, or see that its
  owner has left.
fix:
  console: >-
    IAM & Admin > IAM of {account} > the member with a private address > Edit principal > delete its
    roles; give them to an account of the company where they are still needed.
  cli: |
    gcloud projects remove-iam-policy-binding {account} --all \
      --member "user:${MEMBER:?private address}" --role "${ROLE:?one of its roles}"
  terraform: |
    resource "google_project_iam_member" "this" {
      project = "{account}"
      role    = var.role
      member  = "user:${var.address_at_the_company}"
    }
---*/
WITH ['gmail.com', 'googlemail.com'] AS private_domains
MATCH (project:GcpProject)
WHERE any(grant IN project.grants WHERE any(
  domain IN private_domains WHERE toLower(split(grant, ' ')[1]) ENDS WITH '@' + domain
))
RETURN project AS resource, {
  granted: [grant IN project.grants WHERE any(
    domain IN private_domains WHERE toLower(split(grant, ' ')[1]) ENDS WITH '@' + domain
  )]
} AS evidence
