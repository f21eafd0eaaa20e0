/*---
title: Nodes of Kubernetes clusters have no public address
resource: AzureKubernetesCluster
severity: high
policy: azure-network-exposure
also: {prowler: [aks_clusters_created_with_private_nodes]}
why: >-
  A node holds the credentials of all pods on it; with an address of its own it is reached past the
  load balancer.
fix:
  console: >-
    Kubernetes services > {name} > Settings > Node pools > Add node pool, without Enable public IP
    per node; then delete the pool that has them.
  cli: |
    az aks nodepool add --resource-group {resource_group} --cluster-name {name} --name private
    az aks nodepool delete --resource-group {resource_group} --cluster-name {name} \
      --name "${POOL:?one of {public_pools}}"
  terraform: |
    resource "azurerm_kubernetes_cluster_node_pool" "this" {
      name                    = "private"
      kubernetes_cluster_id   = azurerm_kubernetes_cluster.this.id
      vm_size                 = var.vm_size
      node_public_ip_enabled  = false
    }
---*/
MATCH (cluster:AzureKubernetesCluster)
WHERE size(cluster.public_pools) > 0
RETURN cluster AS resource, {expected: 'none', actual: cluster.public_pools} AS evidence
