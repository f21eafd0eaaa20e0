/*---
title: Kubernetes clusters have no local accounts
resource: AzureKubernetesCluster
severity: high
policy: azure-kubernetes
also: {prowler: [aks_cluster_local_accounts_disabled]}
why: >-
  The certificate of the local administrator belongs to nobody, can't be taken from one person alone
  and leaves no name in the log.
fix:
  console: >-
    Kubernetes services > {name} > Settings > Security configuration > Authentication and
    Authorization > Kubernetes local accounts > off > Apply.
  cli: az aks update --resource-group {resource_group} --name {name} --disable-local-accounts
  terraform: |
    resource "azurerm_kubernetes_cluster" "this" {
      name                   = "{name}"
      local_account_disabled = true
      azure_active_directory_role_based_access_control {
        azure_rbac_enabled = true
      }
    }
---*/
MATCH (cluster:AzureKubernetesCluster)
WHERE coalesce(cluster.local_accounts, true) = true
RETURN cluster AS resource, {expected: 'none', actual: 'local accounts'} AS evidence
