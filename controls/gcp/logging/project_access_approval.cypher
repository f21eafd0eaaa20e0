/*---
title: People at Google ask before they look at a project's data
resource: GcpProject
severity: low
policy: gcp-logging
mandates: {cis-gcp-4.0: ["2.15"]}
also: {prowler: [iam_account_access_approval_enabled]}
why: >-
  Support sometimes has to look at what a customer keeps. With Access Approval somebody at the
  company says yes to it first, each time.
fix:
  console: >-
    Security > Access Approval of {account}, or of what is above it > Enroll. Access Transparency
    has to be on for the organization.
  cli: |
    gcloud services enable accessapproval.googleapis.com --project {account}
    gcloud access-approval settings update --project {account} --enrolled_services all \
      --notification_emails "${MAIL:?address of who says yes or no}"
  terraform: |
    resource "google_project_access_approval_settings" "this" {
      project_id          = "{account}"
      notification_emails = [var.mail]
      enrolled_services {
        cloud_product    = "all"
        enrollment_level = "BLOCK_ALL"
      }
    }
---*/
MATCH (project:GcpProject)
WHERE NOT EXISTS {
  MATCH (project)-[:CHILD_OF*0..]->(place:GcpProject|GcpFolder|GcpOrganization)
  MATCH (place)<-[:APPROVES_FOR]-(settings:GcpAccessApproval)
  WHERE size(settings.services) > 0
}
RETURN project AS resource, {expected: 'a service at least that has to ask'} AS evidence
