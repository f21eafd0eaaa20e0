/*---
title: Nodes of Kubernetes clusters are encrypted at their host
resource: AzureKubernetesCluster
severity: medium
policy: azure-encryption
why: >-
  What pods write to temporary disks, and caches of the others, lies on the host in clear without
  it.
fix:
  console: >-
    It is decided when a pool is made. Kubernetes services > {name} > Settings > Node pools > Add
    node pool > Encryption at host; then delete the pool without.
  cli: |
    az feature register --namespace Microsoft.Compute --name EncryptionAtHost # once, and wait
    az aks nodepool add --resource-group {resource_group} --cluster-name {name} \
      --name encrypted --enable-encryption-at-host
    az aks nodepool delete --resource-group {resource_group} --cluster-name {name} \
      --name "${POOL:?one of {unencrypted_pools}}"
  terraform: |
    resource "azurerm_kubernetes_cluster_node_pool" "this" {
      name                    = "encrypted"
      kubernetes_cluster_id   = azurerm_kubernetes_cluster.this.id
      vm_size                 = var.vm_size
      host_encryption_enabled = true
    }
---*/
MATCH (cluster:AzureKubernetesCluster)
WHERE size(cluster.unencrypted_pools) > 0
RETURN cluster AS resource, {expected: 'none', actual: cluster.unencrypted_pools} AS evidence
