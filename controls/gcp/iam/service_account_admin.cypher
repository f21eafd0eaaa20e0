/*---
title: Service accounts are not administrators of projects
resource: GcpServiceAccount
severity: high
policy: gcp-privileges
mandates: {cis-gcp-4.0: ["1.5"]}
also: {prowler: [iam_sa_no_administrative_privileges]}
why: >-
  Whoever gets into the program gets what its account may do; of an administrator that is all, and
  the right to make more of them.
fix:
  console: >-
    IAM & Admin > IAM > {email} > Edit principal > replace roles of owners, editors and
    administrators by those that its program needs.
  cli: |
    gcloud projects remove-iam-policy-binding "${PROJECT:?where it has the role}" --all \
      --member "serviceAccount:{email}" --role "${ROLE:?the role}"
    gcloud projects add-iam-policy-binding "$PROJECT" --condition None \
      --member "serviceAccount:{email}" --role "${NARROWER:?what its program needs}"
  terraform: |
    resource "google_project_iam_member" "this" {
      project = var.project
      role    = var.narrower_role
      member  = "serviceAccount:{email}"
    }
---*/
WITH ['roles/owner', 'roles/editor'] AS basic_roles
MATCH (account:GcpServiceAccount)<-[grant:GRANTS_TO]-(project:GcpProject)
WHERE account.is_default = false AND any(role IN grant.roles WHERE
  role IN basic_roles OR toLower(role) CONTAINS 'admin'
)
WITH account, collect({project: project.project_id, roles: grant.roles}) AS granted
RETURN account AS resource, {granted: granted} AS evidence
