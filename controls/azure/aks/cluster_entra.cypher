/*---
title: People sign in to Kubernetes clusters with Entra ID
resource: AzureKubernetesCluster
severity: medium
policy: azure-kubernetes
why: >-
  Who leaves the company is then out of the cluster too, and who comes in has had to show a second
  factor.
fix:
  console: >-
    Kubernetes services > {name} > Settings > Security configuration > Authentication and
    Authorization > Microsoft Entra ID authentication with Azure RBAC > Apply.
  cli: >-
    az aks update --resource-group {resource_group} --name {name} --enable-aad --enable-azure-rbac
  terraform: |
    resource "azurerm_kubernetes_cluster" "this" {
      name = "{name}"
      azure_active_directory_role_based_access_control {
        azure_rbac_enabled = true
        tenant_id          = var.tenant_id
      }
    }
---*/
MATCH (cluster:AzureKubernetesCluster)
WHERE cluster.entra = false
RETURN cluster AS resource, {expected: 'Entra ID', actual: 'certificates'} AS evidence
