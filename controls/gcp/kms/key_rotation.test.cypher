// fail: never
CREATE (:GcpCryptoKey {
  purpose: 'ENCRYPT_DECRYPT', primary_state: 'ENABLED', is_import_only: false,
  protection_level: 'SOFTWARE'
})

// fail: never, and where it is kept is not said
CREATE (:GcpCryptoKey {
  purpose: 'ENCRYPT_DECRYPT', primary_state: 'ENABLED', is_import_only: false
})

// fail: once a year
CREATE (:GcpCryptoKey {
  purpose: 'ENCRYPT_DECRYPT', primary_state: 'ENABLED', is_import_only: false,
  protection_level: 'HSM', rotation_seconds: 31536000,
  next_rotation_at: datetime() + duration({days: 80})
})

// fail: the first time is far away
CREATE (:GcpCryptoKey {
  purpose: 'ENCRYPT_DECRYPT', primary_state: 'ENABLED', is_import_only: false,
  protection_level: 'SOFTWARE', rotation_seconds: 7776000,
  next_rotation_at: datetime() + duration({days: 91})
})

// pass: every 90 days
CREATE (:GcpCryptoKey {
  purpose: 'ENCRYPT_DECRYPT', primary_state: 'ENABLED', is_import_only: false,
  protection_level: 'SOFTWARE', rotation_seconds: 7776000,
  next_rotation_at: datetime() + duration({days: 90})
})

// pass: a key for signatures, which is not rotated
CREATE (:GcpCryptoKey {
  purpose: 'ASYMMETRIC_SIGN', primary_state: 'ENABLED', is_import_only: false,
  protection_level: 'SOFTWARE'
})

// pass: it encrypts nothing any more
CREATE (:GcpCryptoKey {
  purpose: 'ENCRYPT_DECRYPT', primary_state: 'DISABLED', is_import_only: false,
  protection_level: 'SOFTWARE'
})

// pass: its versions are brought from elsewhere
CREATE (:GcpCryptoKey {
  purpose: 'ENCRYPT_DECRYPT', primary_state: 'ENABLED', is_import_only: true,
  protection_level: 'SOFTWARE'
})

// pass: it is kept elsewhere
CREATE (:GcpCryptoKey {
  purpose: 'ENCRYPT_DECRYPT', primary_state: 'ENABLED', is_import_only: false,
  protection_level: 'EXTERNAL_VPC'
})

// unread: how often
CREATE (:GcpCryptoKey {
  purpose: 'ENCRYPT_DECRYPT', primary_state: 'ENABLED', is_import_only: false,
  protection_level: 'SOFTWARE', unread: ['rotation_seconds']
})
