// fail: no trail
CREATE (:AwsAccount {id: '111111111111'})

// fail: of one region
CREATE (:AwsAccount {id: '111111111111'})
CREATE (:AwsCloudTrailTrail {
  account: '111111111111', is_organization_trail: false, is_multi_region: false, is_logging:
  true, logs_s3_object_writes: true
})

// fail: switched off
CREATE (:AwsAccount {id: '111111111111'})
CREATE (:AwsCloudTrailTrail {
  account: '111111111111', is_organization_trail: false, is_multi_region: true, is_logging:
  false, logs_s3_object_writes: true
})

// fail: without writes
CREATE (:AwsAccount {id: '111111111111'})
CREATE (:AwsCloudTrailTrail {
  account: '111111111111', is_organization_trail: false, is_multi_region: true, is_logging:
  true, logs_s3_object_writes: false
})

// fail: that of another account
CREATE (:AwsAccount {id: '111111111111'})
CREATE (:AwsCloudTrailTrail {
  account: '222222222222', is_organization_trail: false, is_multi_region: true, is_logging:
  true, logs_s3_object_writes: true
})

// pass: a trail of its own
CREATE (:AwsAccount {id: '111111111111'})
CREATE (:AwsCloudTrailTrail {
  account: '111111111111', is_organization_trail: false, is_multi_region: true, is_logging:
  true, logs_s3_object_writes: true
})

// pass: that of the organisation
CREATE (:AwsAccount {id: '111111111111'})
CREATE (:AwsCloudTrailTrail {
  account: '222222222222', is_organization_trail: true, is_multi_region: true, is_logging: true,
  logs_s3_object_writes: true
})
