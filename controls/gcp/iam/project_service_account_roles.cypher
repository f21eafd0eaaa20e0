/*---
title: People may act as single service accounts, not as all of a project
resource: GcpProject
severity: medium
policy: gcp-privileges
mandates: {cis-gcp-4.0: ["1.6"]}
also: {prowler: [iam_no_service_roles_at_project_level]}
why: >-
  On the project, these roles hold for every service account, those of tomorrow too: whoever has
  them can do whatever any of these can.
fix:
  console: >-
    IAM & Admin > IAM of {account} > remove Service Account User and Service Account Token Creator;
    then Service accounts > the one that is needed > Permissions > Grant access.
  cli: |
    gcloud projects remove-iam-policy-binding {account} --all \
      --member "${MEMBER:?user:, group: or domain:}" --role roles/iam.serviceAccountUser
    gcloud iam service-accounts add-iam-policy-binding "${ACCOUNT:?e-mail of the one needed}" \
      --member "$MEMBER" --role roles/iam.serviceAccountUser
  terraform: |
    resource "google_service_account_iam_member" "this" {
      service_account_id = google_service_account.needed.name
      role               = "roles/iam.serviceAccountUser"
      member             = var.member
    }
---*/
WITH ['roles/iam.serviceAccountUser', 'roles/iam.serviceAccountTokenCreator'] AS roles,
  ['user', 'group', 'domain'] AS kinds
MATCH (project:GcpProject)
WHERE any(grant IN project.grants WHERE
  split(grant, ' ')[0] IN roles AND split(split(grant, ' ')[1], ':')[0] IN kinds
)
RETURN project AS resource, {
  granted: [grant IN project.grants WHERE split(grant, ' ')[0] IN roles]
} AS evidence
