/*---
title: Nobody outside has a role on a project
resource: GcpProject
severity: critical
policy: gcp-privileges
why: What anyone may do on a project, anyone may do to everything in it.
fix:
  console: IAM & Admin > IAM of {account} > remove allUsers and allAuthenticatedUsers.
  cli: |
    for member in allUsers allAuthenticatedUsers; do
      gcloud projects remove-iam-policy-binding {account} --all \
        --member "$member" --role "${ROLE:?the role}"
    done
  terraform: |
    resource "google_project_iam_binding" "this" {
      project = "{account}"
      role    = var.role
      members = var.who_needs_it # neither allUsers nor allAuthenticatedUsers
    }
---*/
MATCH (project:GcpProject)
WHERE size(project.public_roles) > 0
RETURN project AS resource, {anyone_has: project.public_roles} AS evidence
