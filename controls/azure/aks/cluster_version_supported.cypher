/*---
title: Clusters run a version of Kubernetes that Azure still mends
resource: AzureKubernetesCluster
severity: high
policy: azure-kubernetes
why: Flaws that are found in a version after the end of its support stay.
fix:
  console: >-
    Kubernetes services > {name} > Settings > Cluster configuration > Upgrade version > the next one
    > Save, and again until it is a current one.
  cli: >-
    az aks upgrade --resource-group {resource_group} --name {name}
    --kubernetes-version "${VERSION:?the next minor version}"
  terraform: |
    resource "azurerm_kubernetes_cluster" "this" {
      name               = "{name}"
      kubernetes_version = var.next_version # one minor version at a time, from {version}
    }
---*/
WITH 34 AS oldest_minor, // 1.33 was mended until June 2026
     32 AS oldest_long_term_minor // with the long-term support of the premium tier
MATCH (cluster:AzureKubernetesCluster)
WITH cluster,
     CASE cluster.support_plan
       WHEN 'AKSLongTermSupport' THEN oldest_long_term_minor
       ELSE oldest_minor
     END AS oldest
WHERE toInteger(split(cluster.version, '.')[1]) < oldest
RETURN cluster AS resource, {
  expected: '1.' + oldest + ' or later', actual: cluster.version
} AS evidence
