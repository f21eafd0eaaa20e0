/*---
title: Keys in vaults are rotated by themselves
resource: AzureKeyVaultKey
severity: medium
policy: azure-key-management
mandates: {cis-azure-4.0: ["9.3.9"]}
also: {prowler: [keyvault_key_rotation_enabled]}
why: >-
  The less data one version of a key protects, the less is lost with it, and what has to be thought
  of is put off.
fix:
  console: >-
    Key vaults > the vault of {name} > Objects > Keys > {name} > Rotation policy > Enable auto
    rotation, with a time > Save.
  cli: |
    vault=$(echo {uid} | cut -d/ -f9)
    az keyvault key rotation-policy update --vault-name "$vault" --name {name} --value \
      '{"lifetimeActions":[{"trigger":{"timeAfterCreate":"P90D"},"action":{"type":"Rotate"}}],
        "attributes":{"expiryTime":"P180D"}}'
  terraform: |
    resource "azurerm_key_vault_key" "this" {
      name = "{name}"
      rotation_policy {
        expire_after         = "P180D"
        notify_before_expiry = "P30D"
        automatic {
          time_after_creation = "P90D"
        }
      }
    }
applies: |
  MATCH (key:AzureKeyVaultKey)
  WHERE key.is_enabled IS NULL OR key.is_enabled = true
  RETURN key AS resource
---*/
MATCH (key:AzureKeyVaultKey)
WHERE key.is_rotated = false AND (key.is_enabled IS NULL OR key.is_enabled = true)
RETURN key AS resource, {expected: 'a policy that rotates it', made: key.created_at} AS evidence
