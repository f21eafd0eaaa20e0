/*---
title: Public addresses are in use
resource: AzurePublicAddress
severity: low
policy: azure-network-exposure
why: >-
  It costs, and names that still point to it are taken over by whoever gets it after it is deleted.
fix:
  console: >-
    Public IP addresses > {name} > remove DNS names that point to {address} > Overview > Delete.
  cli: az network public-ip delete --ids {uid}
  terraform: >-
    # Take the resource "azurerm_public_ip" with the id {uid} out of the configuration and apply.
---*/
MATCH (address:AzurePublicAddress)
WHERE address.is_attached = false
RETURN address AS resource, {address: address.address, actual: 'unused'} AS evidence
