// fail: with one of its origins
CREATE (:AwsCloudfrontDistribution {old_tls_origins: ['shop.example.com']})

// pass: with none
CREATE (:AwsCloudfrontDistribution {old_tls_origins: []})
