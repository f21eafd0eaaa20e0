/*---
title: The firewall of key vaults lets in only whom it names
resource: AzureKeyVault
severity: high
policy: azure-network-exposure
why: >-
  A stolen sign-in then opens the vault from anywhere. That is what a vault does that was given no
  rules.
fix:
  console: >-
    Key vaults > {name} > Settings > Networking > Firewalls and virtual networks > Allow public
    access from specific virtual networks and IP addresses, name them > Apply.
  cli: |
    az keyvault update --resource-group {resource_group} --name {name} --default-action Deny
  terraform: |
    resource "azurerm_key_vault" "this" {
      name = "{name}"
      network_acls {
        default_action             = "Deny"
        bypass                     = "AzureServices"
        virtual_network_subnet_ids = [var.subnet_id]
      }
    }
---*/
// Where the public address is shut, there is nobody whom the rules could let in by it.
WITH ['Disabled', 'SecuredByPerimeter'] AS shut
MATCH (vault:AzureKeyVault)
WHERE (vault.default_action IS NULL OR vault.default_action <> 'Deny')
  AND (vault.public_network_access IS NULL OR NOT vault.public_network_access IN shut)
RETURN vault AS resource, {
  expected: 'Deny', actual: vault.default_action,
  public_network_access: vault.public_network_access
} AS evidence
