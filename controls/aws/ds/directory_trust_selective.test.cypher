// fail: one is not
CREATE (:AwsDirectory {wholly_trusted_domains: ['old.example.com']})

// pass: all are
CREATE (:AwsDirectory {wholly_trusted_domains: []})
