// fail: it does
CREATE (:GcpComputeInstance {os_login: false, is_kubernetes_node: false})

// pass: it turns it on
CREATE (:GcpComputeInstance {os_login: true, is_kubernetes_node: false})

// pass: it leaves that to the project
CREATE (:GcpComputeInstance {is_kubernetes_node: false})

// pass: Kubernetes Engine decides
CREATE (:GcpComputeInstance {os_login: false, is_kubernetes_node: true})
