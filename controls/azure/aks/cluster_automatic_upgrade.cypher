/*---
title: Kubernetes clusters take upgrades by themselves
resource: AzureKubernetesCluster
severity: medium
policy: azure-kubernetes
also: {prowler: [aks_cluster_auto_upgrade_enabled]}
why: >-
  A version is mended for about a year: who upgrades by hand is late once, and then again.
fix:
  console: >-
    Kubernetes services > {name} > Settings > Cluster configuration > Automatic upgrade > Enabled
    with stable > Save.
  cli: >-
    az aks update --resource-group {resource_group} --name {name} --auto-upgrade-channel stable
  terraform: |
    resource "azurerm_kubernetes_cluster" "this" {
      name                      = "{name}"
      automatic_upgrade_channel = "stable"
    }
---*/
MATCH (cluster:AzureKubernetesCluster)
WHERE coalesce(cluster.upgrade_channel, 'none') = 'none'
RETURN cluster AS resource, {expected: 'patch, stable or rapid', actual: 'none'} AS evidence
