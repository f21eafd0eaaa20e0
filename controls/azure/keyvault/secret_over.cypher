/*---
title: Secrets whose time is over are switched off
resource: AzureKeyVaultSecret
severity: low
policy: azure-key-management
why: >-
  The end of a secret is only a date: its vault still gives it out, and what it opens may still take
  it.
fix:
  console: >-
    Key vaults > the vault of {name} > Objects > Secrets > {name} > the current version > Enabled
    No > Save, once nobody needs it; else make a new version.
  cli: |
    vault=$(echo {uid} | cut -d/ -f9)
    az keyvault secret set-attributes --vault-name "$vault" --name {name} --enabled false
  terraform: >-
    # Take the resource "azurerm_key_vault_secret" of {name} out of the configuration and apply.
applies: |
  MATCH (secret:AzureKeyVaultSecret)
  WHERE secret.expires_at IS NOT NULL
  RETURN secret AS resource
---*/
MATCH (secret:AzureKeyVaultSecret)
WHERE secret.expires_at < datetime()
  AND (secret.is_enabled IS NULL OR secret.is_enabled = true)
RETURN secret AS resource, {ended: secret.expires_at} AS evidence
