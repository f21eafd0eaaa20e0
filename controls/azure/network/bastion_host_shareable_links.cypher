/*---
title: Bastion hosts let nobody in by a link
resource: AzureBastionHost
severity: medium
policy: azure-network-exposure
why: >-
  Whoever has the link stands before the machine's sign-in without an account of Azure, and links
  are forwarded.
fix:
  console: Bastions > {name} > Settings > Configuration > Shareable Link > clear > Apply.
  cli: >-
    az network bastion update --subscription {account} --resource-group {resource_group}
    --name {name} --enable-shareable-link false
  terraform: |
    resource "azurerm_bastion_host" "this" {
      # ...
      shareable_link_enabled = false
    }
---*/
MATCH (bastion:AzureBastionHost)
WHERE bastion.shareable_links = true
RETURN bastion AS resource, {expected: false, actual: bastion.shareable_links} AS evidence
