/*---
title: Default service accounts are not editors
resource: GcpServiceAccount
severity: high
policy: gcp-privileges
why: >-
  Every machine that names no account runs as this one. As an editor, the least of them may change
  and delete nearly all that the project has.
fix:
  console: >-
    IAM & Admin > IAM > {email} > Edit principal > replace Editor by the roles that are needed; keep
    new ones from it by the organization policy on automatic grants to default service accounts.
  cli: |
    gcloud projects remove-iam-policy-binding {account} --all \
      --member "serviceAccount:{email}" --role roles/editor
  terraform: |
    resource "google_project_default_service_accounts" "this" {
      project        = "{account}"
      action         = "DEPRIVILEGE"
      restore_policy = "NONE"
    }
---*/
WITH ['roles/owner', 'roles/editor'] AS basic_roles
MATCH (account:GcpServiceAccount)<-[grant:GRANTS_TO]-(project:GcpProject)
WHERE account.is_default = true AND any(role IN grant.roles WHERE role IN basic_roles)
WITH account, collect(project.project_id) AS projects
RETURN account AS resource, {of: projects} AS evidence
