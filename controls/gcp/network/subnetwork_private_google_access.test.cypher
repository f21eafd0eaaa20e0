// fail: it is off
CREATE (:GcpSubnetwork {is_for_instances: true, private_google_access: false})

// pass: it is on
CREATE (:GcpSubnetwork {is_for_instances: true, private_google_access: true})

// pass: no instances are in it
CREATE (:GcpSubnetwork {is_for_instances: false, private_google_access: false})
