// fail: a rule opens its port
CREATE (:AwsRdsInstance {is_publicly_accessible: true, port: 5432})
  -[:MEMBER_OF]->(:AwsSecurityGroup)-[:HAS_RULE]->(:AwsSecurityGroupRule {
    is_egress: false, is_open_to_internet: true, protocol: 'tcp', from_port: 5432, to_port: 5432,
    allows_all_ports: false
  })

// fail: a rule opens everything
CREATE (:AwsRdsInstance {is_publicly_accessible: true, port: 5432})
  -[:MEMBER_OF]->(:AwsSecurityGroup)-[:HAS_RULE]->(:AwsSecurityGroupRule {
    is_egress: false, is_open_to_internet: true, protocol: '-1', allows_all_ports: true
  })

// fail: a rule opens every TCP port
CREATE (:AwsRdsInstance {is_publicly_accessible: true, port: 5432})
  -[:MEMBER_OF]->(:AwsSecurityGroup)-[:HAS_RULE]->(:AwsSecurityGroupRule {
    is_egress: false, is_open_to_internet: true, protocol: 'tcp', allows_all_ports: true
  })

// fail: of several rules that do, each database is told once
CREATE (:AwsRdsInstance {is_publicly_accessible: true, port: 5432})
  -[:MEMBER_OF]->(group:AwsSecurityGroup)-[:HAS_RULE]->(:AwsSecurityGroupRule {
    is_egress: false, is_open_to_internet: true, protocol: '-1', allows_all_ports: true
  })
CREATE (group)-[:HAS_RULE]->(:AwsSecurityGroupRule {
  is_egress: false, is_open_to_internet: true, protocol: 'tcp', from_port: 1, to_port: 6000,
  allows_all_ports: false
})

// pass: it has no public address
CREATE (:AwsRdsInstance {is_publicly_accessible: false, port: 5432})
  -[:MEMBER_OF]->(:AwsSecurityGroup)-[:HAS_RULE]->(:AwsSecurityGroupRule {
    is_egress: false, is_open_to_internet: true, protocol: '-1', allows_all_ports: true
  })

// pass: the rule is for what it sends
CREATE (:AwsRdsInstance {is_publicly_accessible: true, port: 5432})
  -[:MEMBER_OF]->(:AwsSecurityGroup)-[:HAS_RULE]->(:AwsSecurityGroupRule {
    is_egress: true, is_open_to_internet: true, protocol: '-1', allows_all_ports: true
  })

// pass: the rule is for some addresses
CREATE (:AwsRdsInstance {is_publicly_accessible: true, port: 5432})
  -[:MEMBER_OF]->(:AwsSecurityGroup)-[:HAS_RULE]->(:AwsSecurityGroupRule {
    is_egress: false, is_open_to_internet: false, protocol: '-1', allows_all_ports: true
  })

// pass: the rule is for lower ports
CREATE (:AwsRdsInstance {is_publicly_accessible: true, port: 5432})
  -[:MEMBER_OF]->(:AwsSecurityGroup)-[:HAS_RULE]->(:AwsSecurityGroupRule {
    is_egress: false, is_open_to_internet: true, protocol: 'tcp', from_port: 80, to_port: 443,
    allows_all_ports: false
  })

// pass: the rule is for higher ports
CREATE (:AwsRdsInstance {is_publicly_accessible: true, port: 5432})
  -[:MEMBER_OF]->(:AwsSecurityGroup)-[:HAS_RULE]->(:AwsSecurityGroupRule {
    is_egress: false, is_open_to_internet: true, protocol: 'tcp', from_port: 8000, to_port: 9000,
    allows_all_ports: false
  })

// pass: the rule is for UDP
CREATE (:AwsRdsInstance {is_publicly_accessible: true, port: 5432})
  -[:MEMBER_OF]->(:AwsSecurityGroup)-[:HAS_RULE]->(:AwsSecurityGroupRule {
    is_egress: false, is_open_to_internet: true, protocol: 'udp', allows_all_ports: true
  })

// unread: the rules of its group could not be read
CREATE (:AwsRdsInstance {is_publicly_accessible: true, port: 5432})
  -[:MEMBER_OF]->(:AwsSecurityGroup {unread: ['HAS_RULE']})
