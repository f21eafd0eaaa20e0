/*---
title: Kubernetes clusters can filter between pods
resource: AzureKubernetesCluster
severity: medium
policy: azure-kubernetes
also: {prowler: [aks_network_policy_enabled]}
why: >-
  Without it, network policies are accepted and do nothing: a pod that is taken over reaches all
  others.
fix:
  console: >-
    Kubernetes services > {name} > Settings > Networking > Network policy > Cilium > Save.
  cli: >-
    az aks update --resource-group {resource_group} --name {name} --network-policy cilium
    --network-dataplane cilium
  terraform: |
    resource "azurerm_kubernetes_cluster" "this" {
      name = "{name}"
      network_profile {
        network_plugin      = "azure"
        network_plugin_mode = "overlay"
        network_policy      = "cilium"
        network_data_plane  = "cilium"
      }
    }
---*/
MATCH (cluster:AzureKubernetesCluster)
WHERE coalesce(cluster.network_policy, 'none') = 'none'
RETURN cluster AS resource, {
  expected: 'azure, calico or cilium', actual: 'none', plugin: cluster.network_plugin
} AS evidence
