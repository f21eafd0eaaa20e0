// fail: the port itself
CREATE (:AwsSecurityGroup)-[:HAS_RULE]->(:AwsSecurityGroupRule {
  is_egress: false, is_open_to_internet: true, protocol: 'tcp', from_port: 3306, to_port: 3306,
  allows_all_ports: false
})

// fail: the port inside a range
CREATE (:AwsSecurityGroup)-[:HAS_RULE]->(:AwsSecurityGroupRule {
  is_egress: false, is_open_to_internet: true, protocol: 'tcp', from_port: 3305, to_port: 3307,
  allows_all_ports: false
})

// fail: every protocol
CREATE (:AwsSecurityGroup)-[:HAS_RULE]->(:AwsSecurityGroupRule {
  is_egress: false, is_open_to_internet: true, protocol: '-1',
  allows_all_ports: true
})

// fail: every port
CREATE (:AwsSecurityGroup)-[:HAS_RULE]->(:AwsSecurityGroupRule {
  is_egress: false, is_open_to_internet: true, protocol: 'tcp',
  allows_all_ports: true
})

// fail: the protocol by its number
CREATE (:AwsSecurityGroup)-[:HAS_RULE]->(:AwsSecurityGroupRule {
  is_egress: false, is_open_to_internet: true, protocol: '6', from_port: 3306, to_port: 3306,
  allows_all_ports: false
})

// fail: the port of another database
CREATE (:AwsSecurityGroup)-[:HAS_RULE]->(:AwsSecurityGroupRule {
  is_egress: false, is_open_to_internet: true, protocol: 'tcp', from_port: 27017, to_port: 27017,
  allows_all_ports: false
})

// pass: no rule
CREATE (:AwsSecurityGroup {is_default: false})

// pass: for known addresses
CREATE (:AwsSecurityGroup)-[:HAS_RULE]->(:AwsSecurityGroupRule {
  is_egress: false, is_open_to_internet: false, protocol: 'tcp', from_port: 3306, to_port: 3306,
  allows_all_ports: false
})

// pass: on the way out
CREATE (:AwsSecurityGroup)-[:HAS_RULE]->(:AwsSecurityGroupRule {
  is_egress: true, is_open_to_internet: true, protocol: 'tcp', from_port: 3306, to_port: 3306,
  allows_all_ports: false
})

// pass: the port below
CREATE (:AwsSecurityGroup)-[:HAS_RULE]->(:AwsSecurityGroupRule {
  is_egress: false, is_open_to_internet: true, protocol: 'tcp', from_port: 3305, to_port: 3305,
  allows_all_ports: false
})

// pass: the port above
CREATE (:AwsSecurityGroup)-[:HAS_RULE]->(:AwsSecurityGroupRule {
  is_egress: false, is_open_to_internet: true, protocol: 'tcp', from_port: 3307, to_port: 3307,
  allows_all_ports: false
})

// pass: another protocol
CREATE (:AwsSecurityGroup)-[:HAS_RULE]->(:AwsSecurityGroupRule {
  is_egress: false, is_open_to_internet: true, protocol: 'udp', from_port: 3306, to_port: 3306,
  allows_all_ports: false
})

// pass: every port of another protocol
CREATE (:AwsSecurityGroup)-[:HAS_RULE]->(:AwsSecurityGroupRule {
  is_egress: false, is_open_to_internet: true, protocol: 'udp',
  allows_all_ports: true
})
