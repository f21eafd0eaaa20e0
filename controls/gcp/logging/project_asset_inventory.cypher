/*---
title: Cloud Asset Inventory is switched on
resource: GcpProject
severity: low
policy: gcp-logging
mandates: {cis-gcp-4.0: ["2.13"]}
also: {prowler: [iam_cloud_asset_inventory_enabled]}
why: >-
  It keeps how everything was set up over the last five weeks. Who looks into an incident wants to
  know how things were before it.
fix:
  console: APIs & Services > Library of {account} > Cloud Asset API > Enable.
  cli: gcloud services enable cloudasset.googleapis.com --project {account}
  terraform: |
    resource "google_project_service" "assets" {
      project = "{account}"
      service = "cloudasset.googleapis.com"
    }
---*/
WITH 'cloudasset.googleapis.com' AS service
MATCH (project:GcpProject)
WHERE NOT EXISTS {
  MATCH (project)<-[:IN_PROJECT]-(enabled:GcpEnabledService)
  WHERE enabled.name = service AND enabled.state = 'ENABLED'
}
RETURN project AS resource, {expected: service} AS evidence
