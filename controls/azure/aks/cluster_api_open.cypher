/*---
title: The API of a Kubernetes cluster is not open to the whole internet
resource: AzureKubernetesCluster
severity: high
policy: azure-network-exposure
why: Whoever reaches the API needs only one stolen token, or one flaw in it, to decide what runs.
fix:
  console: >-
    Kubernetes services > {name} > Settings > Networking > API server > Set authorized IP ranges >
    the addresses that need it > Save.
  cli: >-
    az aks update --resource-group {resource_group} --name {name}
    --api-server-authorized-ip-ranges "${RANGES:?blocks of addresses, with commas}"
  terraform: |
    resource "azurerm_kubernetes_cluster" "this" {
      name = "{name}"
      api_server_access_profile {
        authorized_ip_ranges = var.trusted_blocks
      }
    }
---*/
WITH '0.0.0.0/0' AS everywhere
MATCH (cluster:AzureKubernetesCluster)
WHERE coalesce(cluster.is_private, false) = false
  AND (size(cluster.authorized_ranges) = 0 OR everywhere IN cluster.authorized_ranges)
RETURN cluster AS resource, {
  expected: 'private, or known addresses only', actual: cluster.authorized_ranges
} AS evidence
