// fail: those of a pool
CREATE (:AzureKubernetesCluster {public_pools: ['nodes']})

// fail: those of two
CREATE (:AzureKubernetesCluster {public_pools: ['nodes', 'more']})

// pass: none
CREATE (:AzureKubernetesCluster {public_pools: []})
