// fail: TLS 1.0
CREATE (:AwsOpensearchDomain {tls_policy: 'Policy-Min-TLS-1-0-2019-07'})

// pass: TLS 1.2 and later
CREATE (:AwsOpensearchDomain {tls_policy: 'Policy-Min-TLS-1-2-PFS-2023-10'})
