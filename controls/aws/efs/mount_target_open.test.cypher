// fail: a rule opens NFS
CREATE (:AwsEfsMountTarget)
  -[:MEMBER_OF]->(:AwsSecurityGroup)-[:HAS_RULE]->(:AwsSecurityGroupRule {
    is_egress: false, is_open_to_internet: true, protocol: 'tcp', from_port: 2049, to_port: 2049,
    allows_all_ports: false
  })

// fail: a rule opens everything
CREATE (:AwsEfsMountTarget)
  -[:MEMBER_OF]->(:AwsSecurityGroup)-[:HAS_RULE]->(:AwsSecurityGroupRule {
    is_egress: false, is_open_to_internet: true, protocol: '-1', allows_all_ports: true
  })

// fail: a rule opens every TCP port
CREATE (:AwsEfsMountTarget)
  -[:MEMBER_OF]->(:AwsSecurityGroup)-[:HAS_RULE]->(:AwsSecurityGroupRule {
    is_egress: false, is_open_to_internet: true, protocol: 'tcp', allows_all_ports: true
  })

// pass: the rule is for what it sends
CREATE (:AwsEfsMountTarget)
  -[:MEMBER_OF]->(:AwsSecurityGroup)-[:HAS_RULE]->(:AwsSecurityGroupRule {
    is_egress: true, is_open_to_internet: true, protocol: '-1', allows_all_ports: true
  })

// pass: the rule is for some addresses
CREATE (:AwsEfsMountTarget)
  -[:MEMBER_OF]->(:AwsSecurityGroup)-[:HAS_RULE]->(:AwsSecurityGroupRule {
    is_egress: false, is_open_to_internet: false, protocol: '-1', allows_all_ports: true
  })

// pass: the rule is for lower ports
CREATE (:AwsEfsMountTarget)
  -[:MEMBER_OF]->(:AwsSecurityGroup)-[:HAS_RULE]->(:AwsSecurityGroupRule {
    is_egress: false, is_open_to_internet: true, protocol: 'tcp', from_port: 80, to_port: 443,
    allows_all_ports: false
  })

// pass: the rule is for higher ports
CREATE (:AwsEfsMountTarget)
  -[:MEMBER_OF]->(:AwsSecurityGroup)-[:HAS_RULE]->(:AwsSecurityGroupRule {
    is_egress: false, is_open_to_internet: true, protocol: 'tcp', from_port: 8000, to_port: 9000,
    allows_all_ports: false
  })

// pass: the rule is for UDP
CREATE (:AwsEfsMountTarget)
  -[:MEMBER_OF]->(:AwsSecurityGroup)-[:HAS_RULE]->(:AwsSecurityGroupRule {
    is_egress: false, is_open_to_internet: true, protocol: 'udp', allows_all_ports: true
  })

// unread: its groups could not be read
CREATE (:AwsEfsMountTarget {unread: ['MEMBER_OF']})
