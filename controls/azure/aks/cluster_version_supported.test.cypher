// fail: the last one of which the support has ended
CREATE (:AzureKubernetesCluster {version: '1.33.5'})

// fail: long ago
CREATE (:AzureKubernetesCluster {version: '1.9.1', support_plan: 'KubernetesOfficial'})

// fail: too old for long-term support
CREATE (:AzureKubernetesCluster {version: '1.31.5', support_plan: 'AKSLongTermSupport'})

// pass: the oldest that is mended
CREATE (:AzureKubernetesCluster {version: '1.34.0', support_plan: 'KubernetesOfficial'})

// pass: mended for longer
CREATE (:AzureKubernetesCluster {version: '1.32.1', support_plan: 'AKSLongTermSupport'})
