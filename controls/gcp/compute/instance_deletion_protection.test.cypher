// fail: it is not protected
CREATE (:GcpComputeInstance {deletion_protection: false, is_kubernetes_node: false})

// pass: it is protected
CREATE (:GcpComputeInstance {deletion_protection: true, is_kubernetes_node: false})

// pass: a cluster makes it again
CREATE (:GcpComputeInstance {deletion_protection: false, is_kubernetes_node: true})

// pass: a group makes it again
CREATE (:GcpComputeInstance {deletion_protection: false, is_kubernetes_node: false})
  -[:MANAGED_BY]->(:GcpInstanceGroupManager)
