// fail: every port, for everyone
CREATE (:AwsSecurityGroup)-[:HAS_RULE]->(:AwsSecurityGroupRule {
  is_egress: false, is_open_to_internet: true, protocol: '-1',
  allows_all_ports: true
})

// pass: no rule
CREATE (:AwsSecurityGroup {is_default: false})

// pass: one port
CREATE (:AwsSecurityGroup)-[:HAS_RULE]->(:AwsSecurityGroupRule {
  is_egress: false, is_open_to_internet: true, protocol: 'tcp', from_port: 443, to_port: 443,
  allows_all_ports: false
})

// pass: for known addresses
CREATE (:AwsSecurityGroup)-[:HAS_RULE]->(:AwsSecurityGroupRule {
  is_egress: false, is_open_to_internet: false, protocol: '-1',
  allows_all_ports: true
})

// pass: on the way out
CREATE (:AwsSecurityGroup)-[:HAS_RULE]->(:AwsSecurityGroupRule {
  is_egress: true, is_open_to_internet: true, protocol: '-1',
  allows_all_ports: true
})
