// fail: one end is missing
CREATE (:GcpNetwork)-[:PEERED_WITH {state: 'INACTIVE'}]->(:Unseen {uid: 'there'})

// fail: one end is missing to a network that is read
CREATE (:GcpNetwork)-[:PEERED_WITH {state: 'INACTIVE'}]->(:GcpNetwork {expect: 'pass'})

// pass: both are there
CREATE (:GcpNetwork)-[:PEERED_WITH {state: 'ACTIVE'}]->(:GcpNetwork)
