/*---
title: Virtual networks are protected against DDoS
resource: AzureVirtualNetwork
severity: low
policy: azure-network-exposure
also: {prowler: [network_vnet_ddos_protection_enabled]}
why: >-
  What Azure does for everybody protects Azure. An attack that is small to it, and large to you, is
  turned away only with a plan that knows your traffic.
fix:
  console: >-
    Virtual networks > {name} > Settings > DDoS protection > Enable > a DDoS protection plan > Save.
  cli: >-
    az network vnet update --ids {uid} --ddos-protection true
    --ddos-protection-plan "${PLAN:?id of the DDoS protection plan}"
  terraform: |
    resource "azurerm_virtual_network" "this" {
      # ...
      ddos_protection_plan {
        id     = var.ddos_plan_id
        enable = true
      }
    }
---*/
MATCH (network:AzureVirtualNetwork)
WHERE coalesce(network.ddos_protection, false) = false
RETURN network AS resource, {expected: true, actual: network.ddos_protection} AS evidence
