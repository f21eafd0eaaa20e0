// fail: from one of its origins
CREATE (:AwsCloudfrontDistribution {clear_text_origins: ['shop.example.com']})

// pass: from none
CREATE (:AwsCloudfrontDistribution {clear_text_origins: []})
