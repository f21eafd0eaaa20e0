// fail: nobody here has it, only another
CREATE (:Resource:AwsS3Bucket {uid: 'arn:aws:s3:::assets'})
CREATE (:AwsCloudfrontDistribution)-[:HAS_ORIGIN]->(:Resource:Unseen {uid: 'arn:aws:s3:::gone'})

// pass: it is there
CREATE (:AwsCloudfrontDistribution)-[:HAS_ORIGIN]->(:Resource:AwsS3Bucket {
  uid: 'arn:aws:s3:::assets'
})

// pass: a load balancer of a region that is not read
CREATE (:AwsCloudfrontDistribution)-[:HAS_ORIGIN]->(:Resource:Unseen {
  uid: 'arn:aws:elasticloadbalancing:eu-north-1:111111111111:loadbalancer/app/shop/1'
})
