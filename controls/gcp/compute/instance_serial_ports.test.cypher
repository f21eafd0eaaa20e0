// fail: it does
CREATE (:GcpComputeInstance {serial_ports: true})

// fail: the project says so
CREATE (:GcpComputeInstance)-[:IN_PROJECT]->(:GcpProject {serial_ports: true})

// pass: it does not, whatever the project says
CREATE (:GcpComputeInstance {serial_ports: false})
  -[:IN_PROJECT]->(:GcpProject {serial_ports: true})

// pass: the project says not
CREATE (:GcpComputeInstance)-[:IN_PROJECT]->(:GcpProject {serial_ports: false})

// pass: nobody says anything
CREATE (:GcpComputeInstance)-[:IN_PROJECT]->(:GcpProject)
