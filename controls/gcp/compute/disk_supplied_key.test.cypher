// fail: a key of Google's
CREATE (:GcpDisk {is_attached: true, key_kind: 'google'})

// fail: a key that Google keeps
CREATE (:GcpDisk {is_attached: true, key_kind: 'customer-managed'})

// pass: a key that it does not keep
CREATE (:GcpDisk {is_attached: true, key_kind: 'customer-supplied'})

// pass: no instance has it
CREATE (:GcpDisk {is_attached: false, key_kind: 'google'})
