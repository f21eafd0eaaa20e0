// fail: all of it
CREATE (:GcpComputeInstance {
  uses_default_account: true, is_kubernetes_node: false,
  scopes: ['https://www.googleapis.com/auth/cloud-platform']
})

// pass: some of it
CREATE (:GcpComputeInstance {
  uses_default_account: true, is_kubernetes_node: false,
  scopes: ['https://www.googleapis.com/auth/logging.write']
})

// pass: an account of its own
CREATE (:GcpComputeInstance {
  uses_default_account: false, is_kubernetes_node: false,
  scopes: ['https://www.googleapis.com/auth/cloud-platform']
})

// pass: Kubernetes Engine decides
CREATE (:GcpComputeInstance {
  uses_default_account: true, is_kubernetes_node: true,
  scopes: ['https://www.googleapis.com/auth/cloud-platform']
})
