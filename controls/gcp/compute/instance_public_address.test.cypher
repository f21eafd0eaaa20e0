// fail: it has one
CREATE (:GcpComputeInstance {has_external_access: true, is_kubernetes_node: false})

// pass: it has none
CREATE (:GcpComputeInstance {has_external_access: false, is_kubernetes_node: false})

// pass: Kubernetes Engine decides
CREATE (:GcpComputeInstance {has_external_access: true, is_kubernetes_node: true})
