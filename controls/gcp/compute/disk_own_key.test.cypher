// fail: a key of Google's
CREATE (:GcpDisk {key_kind: 'google'})

// pass: a key of Cloud KMS
CREATE (:GcpDisk {key_kind: 'customer-managed'})

// pass: a key that Google does not keep
CREATE (:GcpDisk {key_kind: 'customer-supplied'})
