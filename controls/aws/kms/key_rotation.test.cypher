// fail: not rotated
CREATE (:AwsKmsKey {
  manager: 'CUSTOMER', state: 'Enabled', spec: 'SYMMETRIC_DEFAULT', origin: 'AWS_KMS',
  is_rotated: false
})

// pass: rotated
CREATE (:AwsKmsKey {
  manager: 'CUSTOMER', state: 'Enabled', spec: 'SYMMETRIC_DEFAULT', origin: 'AWS_KMS',
  is_rotated: true
})

// pass: AWS manages it
CREATE (:AwsKmsKey {
  manager: 'AWS', state: 'Enabled', spec: 'SYMMETRIC_DEFAULT', origin: 'AWS_KMS',
  is_rotated: false
})

// pass: it is disabled
CREATE (:AwsKmsKey {
  manager: 'CUSTOMER', state: 'Disabled', spec: 'SYMMETRIC_DEFAULT', origin: 'AWS_KMS',
  is_rotated: false
})

// pass: a key pair, which AWS can't rotate
CREATE (:AwsKmsKey {
  manager: 'CUSTOMER', state: 'Enabled', spec: 'RSA_2048', origin: 'AWS_KMS', is_rotated: false
})

// pass: imported, which AWS can't rotate
CREATE (:AwsKmsKey {
  manager: 'CUSTOMER', state: 'Enabled', spec: 'SYMMETRIC_DEFAULT', origin: 'EXTERNAL',
  is_rotated: false
})
