// fail: on
CREATE (:AzureKubernetesCluster {run_command: true})

// fail: never switched off
CREATE (:AzureKubernetesCluster)

// pass: off
CREATE (:AzureKubernetesCluster {run_command: false})
