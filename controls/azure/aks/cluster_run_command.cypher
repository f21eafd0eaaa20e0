/*---
title: Nobody runs commands in Kubernetes clusters past their network
resource: AzureKubernetesCluster
severity: low
policy: azure-kubernetes
why: >-
  Commands that are run through Azure reach a private cluster from anywhere, as an administrator of
  it.
fix:
  console: >-
    Kubernetes services > {name} > Settings > Networking > API server > Run command > off > Save.
  cli: az aks update --resource-group {resource_group} --name {name} --disable-run-command
  terraform: |
    resource "azurerm_kubernetes_cluster" "this" {
      name                = "{name}"
      run_command_enabled = false
    }
---*/
MATCH (cluster:AzureKubernetesCluster)
WHERE coalesce(cluster.run_command, true) = true
RETURN cluster AS resource, {expected: 'off', actual: 'on'} AS evidence
