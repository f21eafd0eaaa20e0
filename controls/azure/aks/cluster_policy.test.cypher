// fail: off
CREATE (:AzureKubernetesCluster {enforces_policy: false})

// pass: on
CREATE (:AzureKubernetesCluster {enforces_policy: true})
