/*---
title: The log of who reads and writes data leaves nobody out
resource: GcpProject
severity: medium
policy: gcp-logging
mandates: {cis-gcp-4.0: ["2.1"]}
why: What an account that is left out reads leaves no trace, whoever has taken it over.
fix:
  console: >-
    IAM & Admin > Audit Logs of {account}, or of what is above it > Exempted principals > remove
    all, of each service and of the default configuration.
  cli: |
    gcloud projects get-iam-policy {account} --format json > policy.json
    # take each "exemptedMembers" out of it
    gcloud projects set-iam-policy {account} policy.json
  terraform: |
    resource "google_project_iam_audit_config" "all" {
      project = "{account}"
      service = "allServices"
      audit_log_config {
        log_type = "DATA_READ" # without exempted_members; the other log types alike
      }
    }
---*/
MATCH (project:GcpProject)
MATCH (project)-[:CHILD_OF*0..]->(place:GcpProject|GcpFolder|GcpOrganization)
WHERE size(place.audit_exempted) > 0
WITH project, collect({at: place.name, leaves_out: place.audit_exempted}) AS found
RETURN project AS resource, {exemptions: found} AS evidence
