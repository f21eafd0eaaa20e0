// fail: requests in clear are answered
CREATE (:AwsS3Bucket {requires_tls: false})

// pass: requests in clear are denied
CREATE (:AwsS3Bucket {requires_tls: true})

// unread: its policy could not be read
CREATE (:AwsS3Bucket {unread: ['policy', 'policy_public_actions', 'requires_tls']})
