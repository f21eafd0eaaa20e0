/*---
title: Defender watches Kubernetes clusters
resource: AzureKubernetesCluster
severity: high
policy: azure-detection
also: {prowler: [aks_cluster_defender_enabled]}
why: >-
  A container that mines, or reaches for the node it runs on, is seen from the node and by nothing
  else.
fix:
  console: >-
    Kubernetes services > {name} > Settings > Microsoft Defender for Cloud > Enable > choose a
    workspace.
  cli: az aks update --resource-group {resource_group} --name {name} --enable-defender
  terraform: |
    resource "azurerm_kubernetes_cluster" "this" {
      name = "{name}"
      microsoft_defender {
        log_analytics_workspace_id = azurerm_log_analytics_workspace.this.id
      }
    }
---*/
MATCH (cluster:AzureKubernetesCluster)
WHERE coalesce(cluster.defender, false) = false
RETURN cluster AS resource, {expected: 'on', actual: 'off'} AS evidence
