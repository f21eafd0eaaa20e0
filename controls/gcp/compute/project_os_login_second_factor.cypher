/*---
title: Signing in to instances takes a second factor
resource: GcpProject
severity: medium
policy: gcp-compute-hardening
also: {prowler: [compute_project_os_login_2fa_enabled]}
why: >-
  A stolen key or a guessed password is then not enough to get on an instance.
fix:
  console: >-
    Compute Engine > Settings > Metadata > Edit > Add items: enable-oslogin, TRUE;
    enable-oslogin-2fa, TRUE > Save.
  cli: >-
    gcloud compute project-info add-metadata --project {project_id} --metadata
    enable-oslogin=TRUE,enable-oslogin-2fa=TRUE
  terraform: |
    resource "google_compute_project_metadata_item" "os_login_2fa" {
      project = "{project_id}"
      key     = "enable-oslogin-2fa"
      value   = "TRUE"
    }
applies: |
  MATCH (project:GcpProject)
  WHERE project.uses_compute = true
  RETURN project AS resource
---*/
MATCH (project:GcpProject)
WHERE project.uses_compute = true
  AND (coalesce(project.os_login, false) = false OR coalesce(project.os_login_2fa, false) = false)
RETURN project AS resource, {
  os_login: coalesce(project.os_login, false),
  second_factor: coalesce(project.os_login_2fa, false)
} AS evidence
