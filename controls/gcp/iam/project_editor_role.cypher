/*---
title: Nobody is an editor of a whole project
resource: GcpProject
severity: medium
policy: gcp-privileges
why: >-
  The role was made before there were others. It lets people change and delete nearly everything,
  whatever it is that they work on.
fix:
  console: >-
    IAM & Admin > IAM of {account} > the member > Edit principal > replace Editor by the roles of
    what they work on.
  cli: |
    gcloud projects remove-iam-policy-binding {account} --all \
      --member "${MEMBER:?user:, group: or domain:}" --role roles/editor
    gcloud projects add-iam-policy-binding {account} --condition None \
      --member "$MEMBER" --role "${NARROWER:?what they work on}"
  terraform: |
    resource "google_project_iam_member" "this" {
      project = "{account}"
      role    = var.narrower_role
      member  = var.member
    }
---*/
WITH ['user', 'group', 'domain'] AS kinds
MATCH (project:GcpProject)
WHERE any(grant IN project.grants WHERE
  grant STARTS WITH 'roles/editor ' AND split(split(grant, ' ')[1], ':')[0] IN kinds
)
RETURN project AS resource, {
  editors: [grant IN project.grants WHERE grant STARTS WITH 'roles/editor ']
} AS evidence
