// fail: a short one
CREATE (:AwsAcmCertificate {key_algorithm: 'RSA_1024', key_bits: 1024})

// fail: a short one of a curve
CREATE (:AwsAcmCertificate {key_algorithm: 'EC_secp224r1', key_bits: 224})

// pass: the shortest that is long enough
CREATE (:AwsAcmCertificate {key_algorithm: 'RSA_2048', key_bits: 2048})

// pass: the shortest curve that is
CREATE (:AwsAcmCertificate {key_algorithm: 'EC_prime256v1', key_bits: 256})

// unread: its description
CREATE (:AwsAcmCertificate {unread: ['key_algorithm', 'key_bits']})
