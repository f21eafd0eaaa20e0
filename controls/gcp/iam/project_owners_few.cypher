/*---
title: A project has three owners at most
resource: GcpProject
severity: low
policy: gcp-privileges
why: >-
  Each owner can do all, and make more owners. The more there are, the less anyone notices what one
  of them does.
fix:
  console: >-
    IAM & Admin > IAM of {account} > group by role > Owner > take it from those who do without, or
    have a group of two or three.
  cli: |
    gcloud projects remove-iam-policy-binding {account} --all \
      --member "${MEMBER:?an owner who does without}" --role roles/owner
  terraform: |
    resource "google_project_iam_binding" "owners" {
      project = "{account}"
      role    = "roles/owner"
      members = var.owners # three at most
    }
---*/
WITH 3 AS most_owners
MATCH (project:GcpProject)
WHERE size([grant IN project.grants WHERE grant STARTS WITH 'roles/owner ']) > most_owners
RETURN project AS resource, {
  owners: [grant IN project.grants WHERE grant STARTS WITH 'roles/owner '],
  expected: 'at most ' + most_owners
} AS evidence
