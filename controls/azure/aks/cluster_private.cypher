/*---
title: The API of a Kubernetes cluster has a private address only
resource: AzureKubernetesCluster
severity: medium
policy: azure-network-exposure
also: {prowler: [aks_clusters_public_access_disabled]}
why: What has no address on the internet is not found there, whoever may sign in.
fix:
  console: >-
    It is decided when a cluster is made. Kubernetes services > Create > Networking > Enable private
    cluster; move what runs, then delete {name}.
  cli: |
    # With the API server in a subnet of one's own, which can be switched on later:
    az aks update --resource-group {resource_group} --name {name} \
      --enable-apiserver-vnet-integration \
      --apiserver-subnet-id "${SUBNET:?id of an empty subnet}"
    az aks update --resource-group {resource_group} --name {name} --enable-private-cluster
  terraform: |
    resource "azurerm_kubernetes_cluster" "this" {
      name                    = "{name}"
      private_cluster_enabled = true
    }
---*/
MATCH (cluster:AzureKubernetesCluster)
WHERE coalesce(cluster.is_private, false) = false
RETURN cluster AS resource, {expected: 'private', actual: cluster.host} AS evidence
