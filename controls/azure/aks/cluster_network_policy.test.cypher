// fail: none
CREATE (:AzureKubernetesCluster {network_policy: 'none'})

// fail: none was asked for
CREATE (:AzureKubernetesCluster)

// pass: some
CREATE (:AzureKubernetesCluster {network_policy: 'cilium'})
