/*---
title: Applications have no credentials that have ended
resource: EntraApplication
severity: low
policy: azure-identity
also: {prowler: [entra_app_registration_credential_not_expired]}
why: >-
  What has ended was forgotten: nobody knows any more who has it. The application may stand still
  since, or live by another that nobody counts.
fix:
  console: >-
    Microsoft Entra ID > App registrations > {name} > Certificates & secrets > the ones that have
    ended > Delete.
  cli: |
    az ad app credential list --id {app_id} --output table
    az ad app credential delete --id {app_id} --key-id "<id of the secret>"
  terraform: |
    resource "azuread_application_password" "this" {
      application_id = "/applications/<object id>"
      end_date       = timeadd(plantimestamp(), "2160h") # ninety days
    }
---*/
MATCH (application:EntraApplication)
WHERE any(end IN application.secrets_end + application.certificates_end WHERE end < datetime())
RETURN application AS resource, {
  secrets_end: application.secrets_end, certificates_end: application.certificates_end
} AS evidence
