/*---
title: Logs of containers are kept outside of their cluster
resource: AzureKubernetesCluster
severity: medium
policy: azure-logging
also: {prowler: [aks_cluster_azure_monitor_enabled]}
why: What a pod said goes with the pod, also when somebody takes it away on purpose.
fix:
  console: >-
    Kubernetes services > {name} > Monitoring > Insights > Configure monitoring > Enable container
    logs > Configure.
  cli: >-
    az aks enable-addons --addons monitoring --resource-group {resource_group} --name {name}
    --workspace-resource-id "${WORKSPACE:?id of the workspace}"
  terraform: |
    resource "azurerm_kubernetes_cluster" "this" {
      name = "{name}"
      oms_agent {
        log_analytics_workspace_id = azurerm_log_analytics_workspace.this.id
      }
    }
---*/
MATCH (cluster:AzureKubernetesCluster)
WHERE cluster.collects_logs = false
RETURN cluster AS resource, {expected: 'a workspace', actual: 'none'} AS evidence
