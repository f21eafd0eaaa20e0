// fail: nobody asks
CREATE (:AzureKubernetesCluster {rbac: false})

// pass: roles
CREATE (:AzureKubernetesCluster {rbac: true})
