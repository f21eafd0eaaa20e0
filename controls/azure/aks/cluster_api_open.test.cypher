// fail: no ranges
CREATE (:AzureKubernetesCluster {is_private: false, authorized_ranges: []})

// fail: every address, among others
CREATE (:AzureKubernetesCluster {
  is_private: false, authorized_ranges: ['198.51.100.0/24', '0.0.0.0/0']
})

// fail: it was never made private
CREATE (:AzureKubernetesCluster {authorized_ranges: []})

// pass: known addresses
CREATE (:AzureKubernetesCluster {is_private: false, authorized_ranges: ['198.51.100.0/24']})

// pass: private
CREATE (:AzureKubernetesCluster {is_private: true, authorized_ranges: []})
