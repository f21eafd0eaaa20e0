// fail: CloudFront's
CREATE (:AwsCloudfrontDistribution {has_own_certificate: false})

// pass: its own
CREATE (:AwsCloudfrontDistribution {has_own_certificate: true})
