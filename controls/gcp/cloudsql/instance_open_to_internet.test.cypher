// fail: every address, among others
CREATE (:GcpSqlInstance {authorized_networks: ['198.51.100.0/24', '0.0.0.0/0']})

// pass: known addresses
CREATE (:GcpSqlInstance {authorized_networks: ['198.51.100.0/24']})

// pass: none
CREATE (:GcpSqlInstance {authorized_networks: []})

// unread: whom it lets in
CREATE (:GcpSqlInstance {unread: ['authorized_networks']})
