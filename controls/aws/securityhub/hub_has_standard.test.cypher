// fail: none
CREATE (:AwsSecurityHub {standards: []})

// pass: one
CREATE (:AwsSecurityHub {standards: ['aws-foundational-security-best-practices/v/1.0.0']})
