// fail: new public ACLs are taken
CREATE (:AwsAccount {
  id: '1', blocks_public_acls: false, ignores_public_acls: true,
  blocks_public_policy: true, restricts_public_buckets: true
})
CREATE (:AwsS3Bucket {
  account: '1', blocks_public_acls: false, ignores_public_acls: true,
  blocks_public_policy: true, restricts_public_buckets: true
})

// fail: public ACLs have effect
CREATE (:AwsAccount {
  id: '1', blocks_public_acls: true, ignores_public_acls: false,
  blocks_public_policy: true, restricts_public_buckets: true
})
CREATE (:AwsS3Bucket {
  account: '1', blocks_public_acls: true, ignores_public_acls: false,
  blocks_public_policy: true, restricts_public_buckets: true
})

// fail: new public policies are taken
CREATE (:AwsAccount {
  id: '1', blocks_public_acls: true, ignores_public_acls: true,
  blocks_public_policy: false, restricts_public_buckets: true
})
CREATE (:AwsS3Bucket {
  account: '1', blocks_public_acls: true, ignores_public_acls: true,
  blocks_public_policy: false, restricts_public_buckets: true
})

// fail: public policies have effect
CREATE (:AwsAccount {
  id: '1', blocks_public_acls: true, ignores_public_acls: true,
  blocks_public_policy: true, restricts_public_buckets: false
})
CREATE (:AwsS3Bucket {
  account: '1', blocks_public_acls: true, ignores_public_acls: true,
  blocks_public_policy: true, restricts_public_buckets: false
})

// pass: all are on at the bucket
CREATE (:AwsAccount {
  id: '1', blocks_public_acls: false, ignores_public_acls: false,
  blocks_public_policy: false, restricts_public_buckets: false
})
CREATE (:AwsS3Bucket {
  account: '1', blocks_public_acls: true, ignores_public_acls: true,
  blocks_public_policy: true, restricts_public_buckets: true
})

// pass: all are on for the account, for another account none is
CREATE (:AwsAccount {
  id: '1', blocks_public_acls: true, ignores_public_acls: true,
  blocks_public_policy: true, restricts_public_buckets: true
})
CREATE (:AwsS3Bucket {
  account: '1', blocks_public_acls: false, ignores_public_acls: false,
  blocks_public_policy: false, restricts_public_buckets: false
})
CREATE (:AwsAccount {
  id: '2', blocks_public_acls: false, ignores_public_acls: false,
  blocks_public_policy: false, restricts_public_buckets: false
})
