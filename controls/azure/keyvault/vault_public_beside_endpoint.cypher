/*---
title: Key vaults with a private endpoint have no public door beside it
resource: AzureKeyVault
severity: high
policy: azure-network-exposure
mandates: {cis-azure-4.0: ["9.3.7"]}
also: {prowler: [keyvault_access_only_through_private_endpoints]}
why: >-
  A private way in protects nothing while the public one stays open. A vault that does not say that
  it is shut is open.
fix:
  console: >-
    Key vaults > {name} > Settings > Networking > Firewalls and virtual networks > Disable public
    access > Apply.
  cli: |
    az keyvault update --resource-group {resource_group} --name {name} \
      --public-network-access Disabled
  terraform: |
    resource "azurerm_key_vault" "this" {
      name                          = "{name}"
      public_network_access_enabled = false
    }
applies: |
  MATCH (vault:AzureKeyVault)-[:HAS_PRIVATE_ENDPOINT]->(:Resource)
  RETURN DISTINCT vault AS resource
---*/
// A security perimeter shuts the public address too, and says itself whom it lets in.
WITH ['Disabled', 'SecuredByPerimeter'] AS shut
MATCH (vault:AzureKeyVault)
WHERE EXISTS { (vault)-[:HAS_PRIVATE_ENDPOINT]->(:Resource) }
  AND (vault.public_network_access IS NULL OR NOT vault.public_network_access IN shut)
RETURN vault AS resource, {expected: 'Disabled', actual: vault.public_network_access} AS evidence
