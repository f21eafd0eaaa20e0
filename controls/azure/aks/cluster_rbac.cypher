/*---
title: Kubernetes clusters ask who may do what
resource: AzureKubernetesCluster
severity: high
policy: azure-kubernetes
also: {prowler: [aks_cluster_rbac_enabled]}
why: Without roles, whoever gets to the API, a pod among them, may do everything in the cluster.
fix:
  console: >-
    It is decided when a cluster is made. Kubernetes services > Create > Authentication and
    Authorization > one with Kubernetes RBAC or Azure RBAC; move what runs, then delete {name}.
  cli: |
    az aks create --resource-group {resource_group} --name {name}-roles \
      --enable-aad --enable-azure-rbac --disable-local-accounts --generate-ssh-keys
    az aks delete --resource-group {resource_group} --name {name} # when all has moved
  terraform: |
    resource "azurerm_kubernetes_cluster" "this" {
      name                              = "{name}"
      role_based_access_control_enabled = true
    }
---*/
MATCH (cluster:AzureKubernetesCluster)
WHERE cluster.rbac = false
RETURN cluster AS resource, {expected: 'roles', actual: 'none'} AS evidence
