// fail: they may sign in
CREATE (:AzureKubernetesCluster {local_accounts: true})

// fail: they were never switched off
CREATE (:AzureKubernetesCluster)

// pass: they are off
CREATE (:AzureKubernetesCluster {local_accounts: false})
