/*---
title: Who manages service accounts may not act as them
resource: GcpProject
severity: medium
policy: gcp-privileges
mandates: {cis-gcp-4.0: ["1.8"]}
also: {prowler: [iam_role_sa_enforce_separation_of_duties]}
why: >-
  Who can do both can make an account for a purpose of their own and use it, and no second person
  has to agree.
fix:
  console: >-
    IAM & Admin > IAM of {account} > the member > Edit principal > delete one of Service Account
    Admin and Service Account User.
  cli: |
    gcloud projects remove-iam-policy-binding {account} --all \
      --member "${MEMBER:?who has both}" --role roles/iam.serviceAccountUser
  terraform: |
    resource "google_project_iam_binding" "users" {
      project = "{account}"
      role    = "roles/iam.serviceAccountUser"
      members = var.users # none of those who have roles/iam.serviceAccountAdmin
    }
---*/
WITH 'roles/iam.serviceAccountAdmin ' AS managing, 'roles/iam.serviceAccountUser ' AS acting
MATCH (project:GcpProject)
WHERE any(one IN project.grants WHERE one STARTS WITH managing AND any(
  other IN project.grants WHERE other STARTS WITH acting
    AND split(other, ' ')[1] = split(one, ' ')[1]
))
RETURN project AS resource, {
  grants: [grant IN project.grants WHERE grant STARTS WITH managing OR grant STARTS WITH acting]
} AS evidence
