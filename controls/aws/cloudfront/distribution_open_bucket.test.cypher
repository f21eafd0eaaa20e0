// fail: one of them has to be open
CREATE (:AwsCloudfrontDistribution {open_bucket_origins: ['assets']})

// pass: none has to be
CREATE (:AwsCloudfrontDistribution {open_bucket_origins: []})
