// fail: a rule for traffic in
CREATE (:AwsSecurityGroup {is_default: true})
  -[:HAS_RULE]->(:AwsSecurityGroupRule {is_egress: false})

// fail: a rule for traffic out
CREATE (:AwsSecurityGroup {is_default: true})
  -[:HAS_RULE]->(:AwsSecurityGroupRule {is_egress: true})

// pass: no rule
CREATE (:AwsSecurityGroup {is_default: true})

// pass: another group
CREATE (:AwsSecurityGroup {is_default: false})
  -[:HAS_RULE]->(:AwsSecurityGroupRule {is_egress: true})
