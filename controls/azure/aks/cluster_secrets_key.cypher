/*---
title: Kubernetes secrets are encrypted with a key of one's own
resource: AzureKubernetesCluster
severity: medium
policy: azure-encryption
why: >-
  With a key of one's own, a copy of what the cluster stores is worth nothing, and each use of the
  key is on record.
fix:
  console: >-
    The portal can't switch it on for a cluster that is there: use the command line. What it changed
    is seen under Kubernetes services > {name} > Settings > Security configuration.
  cli: |
    az aks update --resource-group {resource_group} --name {name} --enable-azure-keyvault-kms \
      --azure-keyvault-kms-key-id "${KEY:?address of the key, with its version}" \
      --azure-keyvault-kms-key-vault-network-access Public
    kubectl get secrets --all-namespaces --output json | kubectl replace -f - # encrypts the old
  terraform: |
    resource "azurerm_kubernetes_cluster" "this" {
      name = "{name}"
      key_management_service {
        key_vault_key_id         = azurerm_key_vault_key.this.id
        key_vault_network_access = "Public"
      }
    }
---*/
MATCH (cluster:AzureKubernetesCluster)
WHERE coalesce(cluster.encrypts_secrets, false) = false
RETURN cluster AS resource, {expected: 'a key of one\'s own', actual: 'none'} AS evidence
