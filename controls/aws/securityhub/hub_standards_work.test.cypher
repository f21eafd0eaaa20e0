// fail: one is not whole
CREATE (:AwsSecurityHub {broken_standards: ['cis-aws-foundations-benchmark/v/1.4.0']})

// pass: all are
CREATE (:AwsSecurityHub {broken_standards: []})
