// fail: off
CREATE (:AzureKubernetesCluster {defender: false})

// fail: never switched on
CREATE (:AzureKubernetesCluster)

// pass: on
CREATE (:AzureKubernetesCluster {defender: true})
