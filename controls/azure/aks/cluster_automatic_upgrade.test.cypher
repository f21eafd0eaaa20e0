// fail: none
CREATE (:AzureKubernetesCluster {upgrade_channel: 'none'})

// fail: none was chosen
CREATE (:AzureKubernetesCluster)

// pass: some
CREATE (:AzureKubernetesCluster {upgrade_channel: 'stable'})
