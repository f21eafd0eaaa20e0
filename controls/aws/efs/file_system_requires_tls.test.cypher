// fail: clear text is taken
CREATE (:AwsEfsFileSystem {requires_tls: false})

// pass: it is refused
CREATE (:AwsEfsFileSystem {requires_tls: true})

// unread: its policy could not be read
CREATE (:AwsEfsFileSystem {unread: ['policy', 'policy_public_actions', 'requires_tls']})
