// fail: nothing limits it
CREATE (:GcpGkeCluster {
  is_endpoint_public: true, limits_endpoint: false, authorized_networks: []
})

// fail: every address is authorized, among others
CREATE (:GcpGkeCluster {
  is_endpoint_public: true, limits_endpoint: true,
  authorized_networks: ['198.51.100.0/24', '0.0.0.0/0']
})

// pass: known addresses
CREATE (:GcpGkeCluster {
  is_endpoint_public: true, limits_endpoint: true, authorized_networks: ['198.51.100.0/24']
})

// pass: no way in from the internet
CREATE (:GcpGkeCluster {
  is_endpoint_public: false, limits_endpoint: false, authorized_networks: []
})

// unread: what limits it
CREATE (:GcpGkeCluster {
  is_endpoint_public: true, unread: ['limits_endpoint', 'authorized_networks']
})
