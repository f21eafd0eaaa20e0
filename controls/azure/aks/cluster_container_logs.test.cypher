// fail: they are not
CREATE (:AzureKubernetesCluster {collects_logs: false})

// pass: they are
CREATE (:AzureKubernetesCluster {collects_logs: true})
