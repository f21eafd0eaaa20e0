// fail: those of a pool are not
CREATE (:AzureKubernetesCluster {unencrypted_pools: ['nodes']})

// fail: those of two are not
CREATE (:AzureKubernetesCluster {unencrypted_pools: ['nodes', 'more']})

// pass: all are
CREATE (:AzureKubernetesCluster {unencrypted_pools: []})
