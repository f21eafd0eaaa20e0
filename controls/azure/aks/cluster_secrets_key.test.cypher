// fail: no key
CREATE (:AzureKubernetesCluster {encrypts_secrets: false})

// fail: never asked for
CREATE (:AzureKubernetesCluster)

// pass: a key
CREATE (:AzureKubernetesCluster {encrypts_secrets: true})
