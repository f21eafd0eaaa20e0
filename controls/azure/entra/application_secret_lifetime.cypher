/*---
title: Client secrets are good for a year at most
resource: EntraApplication
severity: medium
policy: azure-identity
why: >-
  A secret that never ends is never changed, and lies in every place where it was ever written
  down.
fix:
  console: >-
    Microsoft Entra ID > App registrations > {name} > Certificates & secrets > New client secret >
    180 days; then delete the old one.
  cli: >-
    az ad app credential reset --id {app_id} --append --end-date "$(date -u -d +180days +%F)"
  terraform: |
    resource "azuread_application_password" "this" {
      application_id = "/applications/<object id>"
      end_date       = timeadd(plantimestamp(), "4320h") # 180 days
    }
---*/
WITH 366 AS most_days
MATCH (application:EntraApplication)
WHERE application.longest_secret_days > most_days
RETURN application AS resource, {
  expected: most_days, actual: application.longest_secret_days
} AS evidence
