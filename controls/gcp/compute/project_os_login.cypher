/*---
title: Instances are signed in to with accounts of people
resource: GcpProject
severity: medium
policy: gcp-compute-hardening
mandates: {cis-gcp-4.0: ["4.4"]}
also: {prowler: [compute_project_os_login_enabled]}
why: >-
  With OS Login a policy says who may sign in, and who leaves is out at once; keys in metadata stay
  until somebody thinks of them.
fix:
  console: >-
    Compute Engine > Settings > Metadata > Edit > Add item: enable-oslogin, TRUE > Save.
  cli: >-
    gcloud compute project-info add-metadata --project {project_id} --metadata enable-oslogin=TRUE
  terraform: |
    resource "google_compute_project_metadata_item" "os_login" {
      project = "{project_id}"
      key     = "enable-oslogin"
      value   = "TRUE"
    }
applies: |
  MATCH (project:GcpProject)
  WHERE project.uses_compute = true
  RETURN project AS resource
---*/
MATCH (project:GcpProject)
WHERE project.uses_compute = true AND coalesce(project.os_login, false) = false
RETURN project AS resource, {expected: 'OS Login', actual: 'keys in metadata'} AS evidence
