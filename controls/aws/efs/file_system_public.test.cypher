// fail: anyone may mount it
CREATE (:AwsEfsFileSystem {policy_public_actions: ['elasticfilesystem:ClientMount']})

// pass: nobody who is not named
CREATE (:AwsEfsFileSystem {policy_public_actions: []})

// unread: its policy could not be read
CREATE (:AwsEfsFileSystem {unread: ['policy', 'policy_public_actions', 'requires_tls']})
