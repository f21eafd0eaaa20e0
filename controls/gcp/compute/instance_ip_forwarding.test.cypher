// fail: it may forward
CREATE (:GcpComputeInstance {can_ip_forward: true, is_kubernetes_node: false})

// pass: it may not
CREATE (:GcpComputeInstance {can_ip_forward: false, is_kubernetes_node: false})

// pass: a node has to
CREATE (:GcpComputeInstance {can_ip_forward: true, is_kubernetes_node: true})
