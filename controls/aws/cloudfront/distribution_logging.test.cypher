// fail: nowhere
CREATE (:AwsCloudfrontDistribution {
  is_logged_to_bucket: false, is_logged_in_real_time: false, is_logged_by_delivery: false
})

// pass: to a bucket
CREATE (:AwsCloudfrontDistribution {
  is_logged_to_bucket: true, is_logged_in_real_time: false, is_logged_by_delivery: false
})

// pass: at once
CREATE (:AwsCloudfrontDistribution {
  is_logged_to_bucket: false, is_logged_in_real_time: true, is_logged_by_delivery: false
})

// pass: by CloudWatch Logs
CREATE (:AwsCloudfrontDistribution {
  is_logged_to_bucket: false, is_logged_in_real_time: false, is_logged_by_delivery: true
})

// unread: what CloudWatch Logs delivers
CREATE (:AwsCloudfrontDistribution {
  is_logged_to_bucket: false, is_logged_in_real_time: false, unread: ['is_logged_by_delivery']
})
