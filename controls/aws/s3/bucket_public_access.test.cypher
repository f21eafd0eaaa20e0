// fail: its policy lets anyone in
CREATE (:AwsAccount {id: '1', ignores_public_acls: false, restricts_public_buckets: false})
CREATE (:AwsS3Bucket {
  account: '1',
  policy_public_actions: ['s3:GetObject'],
  public_acl_permissions: [],
  restricts_public_buckets: false, ignores_public_acls: false
})

// fail: its ACL lets anyone in
CREATE (:AwsAccount {id: '1', ignores_public_acls: false, restricts_public_buckets: false})
CREATE (:AwsS3Bucket {
  account: '1',
  policy_public_actions: [],
  public_acl_permissions: ['READ'],
  restricts_public_buckets: false, ignores_public_acls: false
})

// fail: its ACL lets anyone in, and ACLs are on
CREATE (:AwsAccount {id: '1', ignores_public_acls: false, restricts_public_buckets: false})
CREATE (:AwsS3Bucket {
  account: '1',
  policy_public_actions: [],
  public_acl_permissions: ['READ'],
  restricts_public_buckets: false, ignores_public_acls: false,
  object_ownership: 'ObjectWriter'
})

// fail: the settings for ACLs do not stop a policy
CREATE (:AwsAccount {id: '1', ignores_public_acls: true, restricts_public_buckets: false})
CREATE (:AwsS3Bucket {
  account: '1',
  policy_public_actions: ['s3:GetObject'],
  public_acl_permissions: [],
  restricts_public_buckets: false, ignores_public_acls: true,
  object_ownership: 'BucketOwnerEnforced'
})

// fail: the settings for policies do not stop an ACL
CREATE (:AwsAccount {id: '1', ignores_public_acls: false, restricts_public_buckets: true})
CREATE (:AwsS3Bucket {
  account: '1',
  policy_public_actions: [],
  public_acl_permissions: ['READ'],
  restricts_public_buckets: true, ignores_public_acls: false
})

// pass: nobody is let in
CREATE (:AwsAccount {id: '1', ignores_public_acls: false, restricts_public_buckets: false})
CREATE (:AwsS3Bucket {
  account: '1',
  policy_public_actions: [],
  public_acl_permissions: [],
  restricts_public_buckets: false, ignores_public_acls: false
})

// pass: the bucket restricts public policies
CREATE (:AwsAccount {id: '1', ignores_public_acls: false, restricts_public_buckets: false})
CREATE (:AwsS3Bucket {
  account: '1',
  policy_public_actions: ['s3:GetObject'],
  public_acl_permissions: [],
  restricts_public_buckets: true, ignores_public_acls: false
})

// pass: the account restricts public policies, another account does not
CREATE (:AwsAccount {id: '1', ignores_public_acls: false, restricts_public_buckets: true})
CREATE (:AwsAccount {id: '2', ignores_public_acls: false, restricts_public_buckets: false})
CREATE (:AwsS3Bucket {
  account: '1',
  policy_public_actions: ['s3:GetObject'],
  public_acl_permissions: [],
  restricts_public_buckets: false, ignores_public_acls: false
})

// pass: the bucket ignores public ACLs
CREATE (:AwsAccount {id: '1', ignores_public_acls: false, restricts_public_buckets: false})
CREATE (:AwsS3Bucket {
  account: '1',
  policy_public_actions: [],
  public_acl_permissions: ['READ'],
  restricts_public_buckets: false, ignores_public_acls: true
})

// pass: the account ignores public ACLs
CREATE (:AwsAccount {id: '1', ignores_public_acls: true, restricts_public_buckets: false})
CREATE (:AwsS3Bucket {
  account: '1',
  policy_public_actions: [],
  public_acl_permissions: ['READ'],
  restricts_public_buckets: false, ignores_public_acls: false
})

// pass: ACLs are switched off
CREATE (:AwsAccount {id: '1', ignores_public_acls: false, restricts_public_buckets: false})
CREATE (:AwsS3Bucket {
  account: '1',
  policy_public_actions: [],
  public_acl_permissions: ['READ'],
  restricts_public_buckets: false, ignores_public_acls: false,
  object_ownership: 'BucketOwnerEnforced'
})

// unread: its policy could not be read
CREATE (:AwsAccount {id: '1', ignores_public_acls: false, restricts_public_buckets: false})
CREATE (:AwsS3Bucket {
  account: '1', public_acl_permissions: [],
  restricts_public_buckets: false, ignores_public_acls: false,
  unread: ['policy', 'policy_public_actions', 'requires_tls']
})
