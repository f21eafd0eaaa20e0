// fail: SSH itself
CREATE (:AwsNetworkAcl)
  -[:HAS_RULE]->(:AwsNetworkAclEntry {
    rule_number: 100, is_egress: false, action: 'allow', protocol: 'tcp', from_port: 22,
    to_port: 22, cidr_ipv4: '0.0.0.0/0', is_for_everyone: true
  })

// fail: RDP itself, over IPv6
CREATE (:AwsNetworkAcl)
  -[:HAS_RULE]->(:AwsNetworkAclEntry {
    rule_number: 100, is_egress: false, action: 'allow', protocol: 'tcp', from_port: 3389,
    to_port: 3389, cidr_ipv6: '::/0', is_for_everyone: true
  })

// fail: SSH in the middle of a range
CREATE (:AwsNetworkAcl)
  -[:HAS_RULE]->(:AwsNetworkAclEntry {
    rule_number: 100, is_egress: false, action: 'allow', protocol: 'tcp', from_port: 20,
    to_port: 25, cidr_ipv4: '0.0.0.0/0', is_for_everyone: true
  })

// fail: every protocol
CREATE (:AwsNetworkAcl)
  -[:HAS_RULE]->(:AwsNetworkAclEntry {
    rule_number: 100, is_egress: false, action: 'allow', protocol: '-1', cidr_ipv4: '0.0.0.0/0',
    is_for_everyone: true
  })

// fail: the denial comes too late
CREATE (acl:AwsNetworkAcl)
CREATE (acl)
  -[:HAS_RULE]->(:AwsNetworkAclEntry {
    rule_number: 100, is_egress: false, action: 'allow', protocol: 'tcp', from_port: 22,
    to_port: 22, cidr_ipv4: '0.0.0.0/0', is_for_everyone: true
  })
CREATE (acl)
  -[:HAS_RULE]->(:AwsNetworkAclEntry {
    rule_number: 101, is_egress: false, action: 'deny', protocol: 'tcp', from_port: 22,
    to_port: 22, cidr_ipv4: '0.0.0.0/0', is_for_everyone: true
  })

// fail: the denial is of the other family
CREATE (acl:AwsNetworkAcl)
CREATE (acl)
  -[:HAS_RULE]->(:AwsNetworkAclEntry {
    rule_number: 100, is_egress: false, action: 'allow', protocol: 'tcp', from_port: 22,
    to_port: 22, cidr_ipv4: '0.0.0.0/0', is_for_everyone: true
  })
CREATE (acl)
  -[:HAS_RULE]->(:AwsNetworkAclEntry {
    rule_number: 90, is_egress: false, action: 'deny', protocol: 'tcp', from_port: 22,
    to_port: 22, cidr_ipv6: '::/0', is_for_everyone: true
  })

// fail: the denial is of IPv4, and IPv6 is open
CREATE (acl:AwsNetworkAcl)
CREATE (acl)
  -[:HAS_RULE]->(:AwsNetworkAclEntry {
    rule_number: 100, is_egress: false, action: 'allow', protocol: 'tcp', from_port: 22,
    to_port: 22, cidr_ipv6: '::/0', is_for_everyone: true
  })
CREATE (acl)
  -[:HAS_RULE]->(:AwsNetworkAclEntry {
    rule_number: 90, is_egress: false, action: 'deny', protocol: 'tcp', from_port: 22,
    to_port: 22, cidr_ipv4: '0.0.0.0/0', is_for_everyone: true
  })

// fail: the denial is of some addresses only
CREATE (acl:AwsNetworkAcl)
CREATE (acl)
  -[:HAS_RULE]->(:AwsNetworkAclEntry {
    rule_number: 100, is_egress: false, action: 'allow', protocol: 'tcp', from_port: 22,
    to_port: 22, cidr_ipv4: '0.0.0.0/0', is_for_everyone: true
  })
CREATE (acl)
  -[:HAS_RULE]->(:AwsNetworkAclEntry {
    rule_number: 90, is_egress: false, action: 'deny', protocol: 'tcp', from_port: 22,
    to_port: 22, cidr_ipv4: '198.51.100.0/24', is_for_everyone: false
  })

// fail: the denial is of what leaves
CREATE (acl:AwsNetworkAcl)
CREATE (acl)
  -[:HAS_RULE]->(:AwsNetworkAclEntry {
    rule_number: 100, is_egress: false, action: 'allow', protocol: 'tcp', from_port: 22,
    to_port: 22, cidr_ipv4: '0.0.0.0/0', is_for_everyone: true
  })
CREATE (acl)
  -[:HAS_RULE]->(:AwsNetworkAclEntry {
    rule_number: 90, is_egress: true, action: 'deny', protocol: 'tcp', from_port: 22, to_port: 22,
    cidr_ipv4: '0.0.0.0/0', is_for_everyone: true
  })

// fail: the denial is of another protocol
CREATE (acl:AwsNetworkAcl)
CREATE (acl)
  -[:HAS_RULE]->(:AwsNetworkAclEntry {
    rule_number: 100, is_egress: false, action: 'allow', protocol: 'tcp', from_port: 22,
    to_port: 22, cidr_ipv4: '0.0.0.0/0', is_for_everyone: true
  })
CREATE (acl)
  -[:HAS_RULE]->(:AwsNetworkAclEntry {
    rule_number: 90, is_egress: false, action: 'deny', protocol: 'udp', from_port: 22,
    to_port: 22, cidr_ipv4: '0.0.0.0/0', is_for_everyone: true
  })

// fail: the denial ends below the port
CREATE (acl:AwsNetworkAcl)
CREATE (acl)
  -[:HAS_RULE]->(:AwsNetworkAclEntry {
    rule_number: 100, is_egress: false, action: 'allow', protocol: 'tcp', from_port: 22,
    to_port: 22, cidr_ipv4: '0.0.0.0/0', is_for_everyone: true
  })
CREATE (acl)
  -[:HAS_RULE]->(:AwsNetworkAclEntry {
    rule_number: 90, is_egress: false, action: 'deny', protocol: 'tcp', from_port: 20,
    to_port: 21, cidr_ipv4: '0.0.0.0/0', is_for_everyone: true
  })

// fail: the denial begins above the port
CREATE (acl:AwsNetworkAcl)
CREATE (acl)
  -[:HAS_RULE]->(:AwsNetworkAclEntry {
    rule_number: 100, is_egress: false, action: 'allow', protocol: 'tcp', from_port: 22,
    to_port: 22, cidr_ipv4: '0.0.0.0/0', is_for_everyone: true
  })
CREATE (acl)
  -[:HAS_RULE]->(:AwsNetworkAclEntry {
    rule_number: 90, is_egress: false, action: 'deny', protocol: 'tcp', from_port: 23,
    to_port: 25, cidr_ipv4: '0.0.0.0/0', is_for_everyone: true
  })

// fail: SSH is denied, RDP is not
CREATE (acl:AwsNetworkAcl)
CREATE (acl)
  -[:HAS_RULE]->(:AwsNetworkAclEntry {
    rule_number: 100, is_egress: false, action: 'allow', protocol: '-1', cidr_ipv4: '0.0.0.0/0',
    is_for_everyone: true
  })
CREATE (acl)
  -[:HAS_RULE]->(:AwsNetworkAclEntry {
    rule_number: 90, is_egress: false, action: 'deny', protocol: 'tcp', from_port: 22,
    to_port: 22, cidr_ipv4: '0.0.0.0/0', is_for_everyone: true
  })

// fail: the rule before it allows too
CREATE (acl:AwsNetworkAcl)
CREATE (acl)
  -[:HAS_RULE]->(:AwsNetworkAclEntry {
    rule_number: 100, is_egress: false, action: 'allow', protocol: 'tcp', from_port: 22,
    to_port: 22, cidr_ipv4: '0.0.0.0/0', is_for_everyone: true
  })
CREATE (acl)
  -[:HAS_RULE]->(:AwsNetworkAclEntry {
    rule_number: 90, is_egress: false, action: 'allow', protocol: 'tcp', from_port: 22,
    to_port: 22, cidr_ipv4: '0.0.0.0/0', is_for_everyone: true
  })

// pass: no rule at all
CREATE (:AwsNetworkAcl)

// pass: known addresses
CREATE (:AwsNetworkAcl)
  -[:HAS_RULE]->(:AwsNetworkAclEntry {
    rule_number: 100, is_egress: false, action: 'allow', protocol: 'tcp', from_port: 22,
    to_port: 22, cidr_ipv4: '198.51.100.0/24', is_for_everyone: false
  })

// pass: what leaves
CREATE (:AwsNetworkAcl)
  -[:HAS_RULE]->(:AwsNetworkAclEntry {
    rule_number: 100, is_egress: true, action: 'allow', protocol: 'tcp', from_port: 22,
    to_port: 22, cidr_ipv4: '0.0.0.0/0', is_for_everyone: true
  })

// pass: a range that ends below the port
CREATE (:AwsNetworkAcl)
  -[:HAS_RULE]->(:AwsNetworkAclEntry {
    rule_number: 100, is_egress: false, action: 'allow', protocol: 'tcp', from_port: 20,
    to_port: 21, cidr_ipv4: '0.0.0.0/0', is_for_everyone: true
  })

// pass: a range that begins above the port
CREATE (:AwsNetworkAcl)
  -[:HAS_RULE]->(:AwsNetworkAclEntry {
    rule_number: 100, is_egress: false, action: 'allow', protocol: 'tcp', from_port: 23,
    to_port: 25, cidr_ipv4: '0.0.0.0/0', is_for_everyone: true
  })

// pass: another protocol on the same port
CREATE (:AwsNetworkAcl)
  -[:HAS_RULE]->(:AwsNetworkAclEntry {
    rule_number: 100, is_egress: false, action: 'allow', protocol: 'udp', from_port: 22,
    to_port: 22, cidr_ipv4: '0.0.0.0/0', is_for_everyone: true
  })

// pass: denied by itself
CREATE (:AwsNetworkAcl)
  -[:HAS_RULE]->(:AwsNetworkAclEntry {
    rule_number: 100, is_egress: false, action: 'deny', protocol: 'tcp', from_port: 22,
    to_port: 22, cidr_ipv4: '0.0.0.0/0', is_for_everyone: true
  })

// pass: denied before
CREATE (acl:AwsNetworkAcl)
CREATE (acl)
  -[:HAS_RULE]->(:AwsNetworkAclEntry {
    rule_number: 100, is_egress: false, action: 'allow', protocol: 'tcp', from_port: 22,
    to_port: 22, cidr_ipv4: '0.0.0.0/0', is_for_everyone: true
  })
CREATE (acl)
  -[:HAS_RULE]->(:AwsNetworkAclEntry {
    rule_number: 99, is_egress: false, action: 'deny', protocol: 'tcp', from_port: 22,
    to_port: 22, cidr_ipv4: '0.0.0.0/0', is_for_everyone: true
  })

// pass: denied before over IPv6
CREATE (acl:AwsNetworkAcl)
CREATE (acl)
  -[:HAS_RULE]->(:AwsNetworkAclEntry {
    rule_number: 100, is_egress: false, action: 'allow', protocol: 'tcp', from_port: 22,
    to_port: 22, cidr_ipv6: '::/0', is_for_everyone: true
  })
CREATE (acl)
  -[:HAS_RULE]->(:AwsNetworkAclEntry {
    rule_number: 99, is_egress: false, action: 'deny', protocol: 'tcp', from_port: 22,
    to_port: 22, cidr_ipv6: '::/0', is_for_everyone: true
  })

// pass: denied before in a range that holds both
CREATE (acl:AwsNetworkAcl)
CREATE (acl)
  -[:HAS_RULE]->(:AwsNetworkAclEntry {
    rule_number: 100, is_egress: false, action: 'allow', protocol: '-1', cidr_ipv4: '0.0.0.0/0',
    is_for_everyone: true
  })
CREATE (acl)
  -[:HAS_RULE]->(:AwsNetworkAclEntry {
    rule_number: 99, is_egress: false, action: 'deny', protocol: 'tcp', from_port: 22,
    to_port: 3389, cidr_ipv4: '0.0.0.0/0', is_for_everyone: true
  })

// pass: every protocol denied before
CREATE (acl:AwsNetworkAcl)
CREATE (acl)
  -[:HAS_RULE]->(:AwsNetworkAclEntry {
    rule_number: 100, is_egress: false, action: 'allow', protocol: 'tcp', from_port: 22,
    to_port: 22, cidr_ipv4: '0.0.0.0/0', is_for_everyone: true
  })
CREATE (acl)
  -[:HAS_RULE]->(:AwsNetworkAclEntry {
    rule_number: 99, is_egress: false, action: 'deny', protocol: '-1', cidr_ipv4: '0.0.0.0/0',
    is_for_everyone: true
  })
