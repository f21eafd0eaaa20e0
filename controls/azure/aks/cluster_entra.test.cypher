// fail: they do not
CREATE (:AzureKubernetesCluster {entra: false})

// pass: they do
CREATE (:AzureKubernetesCluster {entra: true})
