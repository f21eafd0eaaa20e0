/*---
title: Azure Policy looks at what is to run in Kubernetes clusters
resource: AzureKubernetesCluster
severity: low
policy: azure-kubernetes
why: >-
  A container with all rights, or an image from anywhere, is refused before it runs, in all clusters
  alike.
fix:
  console: >-
    Kubernetes services > {name} > Settings > Policies > Onboard to Azure Policy for AKS clusters >
    Enable add-on.
  cli: >-
    az aks enable-addons --addons azure-policy --resource-group {resource_group} --name {name}
  terraform: |
    resource "azurerm_kubernetes_cluster" "this" {
      name                 = "{name}"
      azure_policy_enabled = true
    }
---*/
MATCH (cluster:AzureKubernetesCluster)
WHERE cluster.enforces_policy = false
RETURN cluster AS resource, {expected: 'on', actual: 'off'} AS evidence
