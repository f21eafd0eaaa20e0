// fail: on the internet
CREATE (:AzureKubernetesCluster {is_private: false})

// fail: it was never made private
CREATE (:AzureKubernetesCluster)

// pass: private
CREATE (:AzureKubernetesCluster {is_private: true})
