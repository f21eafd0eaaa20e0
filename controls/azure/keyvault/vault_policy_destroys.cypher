/*---
title: No access policy lets anyone destroy what is in a key vault for good
resource: AzureKeyVault
severity: medium
policy: azure-privileges
why: >-
  Purging is never part of a program's work. Who may do it can make unreadable all that the vault's
  keys encrypt, and the keeping of what is deleted does not help.
fix:
  console: >-
    Key vaults > {name} > Access policies > each that the finding names > Edit > clear All and
    Purge > Save.
  cli: |
    az keyvault set-policy --resource-group {resource_group} --name {name} \
      --object-id "${OBJECT:?object id of whom it lets in}" \
      --key-permissions get list --secret-permissions get list --certificate-permissions get list
  terraform: |
    resource "azurerm_key_vault_access_policy" "this" {
      key_vault_id       = azurerm_key_vault.this.id
      tenant_id          = var.tenant_id
      object_id          = var.object_id
      key_permissions    = ["Get", "List"]
      secret_permissions = ["Get", "List"]
    }
applies: |
  MATCH (vault:AzureKeyVault)
  WHERE vault.uses_rbac IS NULL OR vault.uses_rbac = false
  RETURN vault AS resource
---*/
// With role assignments the policies have no effect; protection against purging outdoes them.
WITH ['all', 'purge'] AS destroying
MATCH (vault:AzureKeyVault)-[policy:GRANTS_ACCESS_TO]->(grantee:Resource)
WHERE (vault.uses_rbac IS NULL OR vault.uses_rbac = false)
  AND (vault.is_purge_protected IS NULL OR vault.is_purge_protected = false)
  AND any(may IN policy.keys + policy.secrets + policy.certificates WHERE may IN destroying)
WITH vault, grantee ORDER BY grantee.uid
RETURN vault AS resource, {lets: collect(grantee.uid)} AS evidence
