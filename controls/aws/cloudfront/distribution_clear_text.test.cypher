// fail: one of its behaviours takes both
CREATE (:AwsCloudfrontDistribution {viewer_protocol_policies: ['allow-all', 'https-only']})

// pass: none does
CREATE (:AwsCloudfrontDistribution {
  viewer_protocol_policies: ['https-only', 'redirect-to-https']
})
