// fail: nobody here has it
CREATE (:AwsCloudfrontDistribution {domain: 'd1.cloudfront.net'})
CREATE (:AwsRoute53Record {target: 'd2.cloudfront.net'})

// pass: it is there, in whatever account
CREATE (:AwsCloudfrontDistribution {domain: 'd1.cloudfront.net'})
CREATE (:AwsRoute53Record {target: 'd1.cloudfront.net'})

// pass: it leads elsewhere
CREATE (:AwsRoute53Record {target: 'www.example.net'})

// pass: it leads nowhere by name
CREATE (:AwsRoute53Record)
