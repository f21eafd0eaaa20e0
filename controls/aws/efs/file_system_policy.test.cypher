// fail: none
CREATE (:AwsEfsFileSystem)

// pass: one
CREATE (:AwsEfsFileSystem {policy: '{}'})

// unread: its policy could not be read
CREATE (:AwsEfsFileSystem {unread: ['policy', 'policy_public_actions', 'requires_tls']})
