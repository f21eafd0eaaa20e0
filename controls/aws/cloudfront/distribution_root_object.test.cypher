// fail: nothing
CREATE (:AwsCloudfrontDistribution)-[:HAS_ORIGIN]->(:Resource:AwsS3Bucket {
  uid: 'arn:aws:s3:::assets'
})

// pass: an object
CREATE (:AwsCloudfrontDistribution {default_root_object: 'index.html'})
  -[:HAS_ORIGIN]->(:Resource:AwsS3Bucket {uid: 'arn:aws:s3:::assets'})

// pass: no bucket
CREATE (:AwsCloudfrontDistribution)-[:HAS_ORIGIN]->(:Resource:AwsLoadBalancer {
  uid: 'arn:aws:elasticloadbalancing:eu-west-1:111111111111:loadbalancer/app/shop/1'
})

// unread: its settings
CREATE (:AwsCloudfrontDistribution {unread: ['default_root_object']})
  -[:HAS_ORIGIN]->(:Resource:AwsS3Bucket {uid: 'arn:aws:s3:::assets'})
