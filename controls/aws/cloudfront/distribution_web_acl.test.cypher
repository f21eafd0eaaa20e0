// fail: none
CREATE (:AwsCloudfrontDistribution)

// pass: one
CREATE (:AwsCloudfrontDistribution)-[:PROTECTED_BY]->(:Resource:Unseen)
