// fail: an ACL lets anyone in
CREATE (:AwsAccount {id: '1', ignores_public_acls: false, restricts_public_buckets: false})
CREATE (:AwsCloudTrailTrail)-[:LOGS_TO]->(:AwsS3Bucket {
  account: '1', public_acl_permissions: ['READ'], ignores_public_acls: false
})

// fail: an ACL lets anyone in, and ACLs are on
CREATE (:AwsAccount {id: '1', ignores_public_acls: false, restricts_public_buckets: false})
CREATE (:AwsCloudTrailTrail)-[:LOGS_TO]->(:AwsS3Bucket {
  account: '1', public_acl_permissions: ['READ'], ignores_public_acls: false,
  object_ownership: 'ObjectWriter'
})

// fail: the bucket policy lets anyone in
CREATE (:AwsAccount {id: '1', ignores_public_acls: false, restricts_public_buckets: false})
CREATE (:AwsCloudTrailTrail)-[:LOGS_TO]->(:AwsS3Bucket {
  account: '1', policy_public_actions: ['s3:GetObject'], restricts_public_buckets: false
})

// fail: the ACL is not ignored, though a policy would be
CREATE (:AwsAccount {id: '1', ignores_public_acls: false, restricts_public_buckets: true})
CREATE (:AwsCloudTrailTrail)-[:LOGS_TO]->(:AwsS3Bucket {
  account: '1', public_acl_permissions: ['READ'], ignores_public_acls: false,
  policy_public_actions: [], restricts_public_buckets: true
})

// pass: ACLs are switched off
CREATE (:AwsAccount {id: '1', ignores_public_acls: false, restricts_public_buckets: false})
CREATE (:AwsCloudTrailTrail)-[:LOGS_TO]->(:AwsS3Bucket {
  account: '1', public_acl_permissions: ['READ'], ignores_public_acls: false,
  object_ownership: 'BucketOwnerEnforced'
})

// pass: the ACL is ignored by the bucket
CREATE (:AwsAccount {id: '1', ignores_public_acls: false, restricts_public_buckets: false})
CREATE (:AwsCloudTrailTrail)-[:LOGS_TO]->(:AwsS3Bucket {
  account: '1', public_acl_permissions: ['READ'], ignores_public_acls: true
})

// pass: the ACL is ignored in the whole account
CREATE (:AwsAccount {id: '1', ignores_public_acls: true, restricts_public_buckets: false})
CREATE (:AwsCloudTrailTrail)-[:LOGS_TO]->(:AwsS3Bucket {
  account: '1', public_acl_permissions: ['READ'], ignores_public_acls: false
})

// pass: the bucket restricts what its policy allows
CREATE (:AwsAccount {id: '1', ignores_public_acls: false, restricts_public_buckets: false})
CREATE (:AwsCloudTrailTrail)-[:LOGS_TO]->(:AwsS3Bucket {
  account: '1', policy_public_actions: ['s3:GetObject'], restricts_public_buckets: true
})

// pass: the account restricts it
CREATE (:AwsAccount {id: '1', ignores_public_acls: false, restricts_public_buckets: true})
CREATE (:AwsCloudTrailTrail)-[:LOGS_TO]->(:AwsS3Bucket {
  account: '1', policy_public_actions: ['s3:GetObject'], restricts_public_buckets: false
})

// pass: nobody is let in
CREATE (:AwsAccount {id: '1', ignores_public_acls: false, restricts_public_buckets: false})
CREATE (:AwsCloudTrailTrail)-[:LOGS_TO]->(:AwsS3Bucket {
  account: '1', public_acl_permissions: [], ignores_public_acls: false, policy_public_actions: [],
  restricts_public_buckets: false
})

// pass: the account that restricts nothing is another one
CREATE (:AwsAccount {id: '2', ignores_public_acls: false})
CREATE (:AwsAccount {id: '1', ignores_public_acls: true})
CREATE (:AwsCloudTrailTrail)-[:LOGS_TO]->(:AwsS3Bucket {
  account: '1', public_acl_permissions: ['READ'], ignores_public_acls: false
})

// pass: the public bucket is not that of the trail
CREATE (:AwsAccount {id: '1', ignores_public_acls: false}), (:AwsCloudTrailTrail)
CREATE (:AwsS3Bucket {account: '1', public_acl_permissions: ['READ'], ignores_public_acls: false})

// unread: the bucket's ACL
CREATE (:AwsAccount {id: '1', ignores_public_acls: false})
CREATE (:AwsCloudTrailTrail)-[:LOGS_TO]->(:AwsS3Bucket {
  account: '1', unread: ['public_acl_permissions']
})
