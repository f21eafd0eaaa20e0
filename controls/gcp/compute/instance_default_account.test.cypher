// fail: the default one
CREATE (:GcpComputeInstance {uses_default_account: true, is_kubernetes_node: false})

// pass: one of its own
CREATE (:GcpComputeInstance {uses_default_account: false, is_kubernetes_node: false})

// pass: none at all
CREATE (:GcpComputeInstance {is_kubernetes_node: false})

// pass: Kubernetes Engine decides
CREATE (:GcpComputeInstance {uses_default_account: true, is_kubernetes_node: true})
