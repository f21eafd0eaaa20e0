// fail: SSH over IPv4
CREATE (:AwsEc2Instance)
  <-[:ATTACHED_TO]-(:AwsNetworkInterface {public_ips: ['192.0.2.1'], ipv6_addresses: []})
  -[:MEMBER_OF]->(:AwsSecurityGroup)
  -[:HAS_RULE]->(:AwsSecurityGroupRule {
    is_egress: false, cidr_ipv4: '0.0.0.0/0', protocol: 'tcp', from_port: 22, to_port: 22,
    allows_all_ports: false
  })

// fail: SSH over IPv6
CREATE (:AwsEc2Instance)
  <-[:ATTACHED_TO]-(:AwsNetworkInterface {public_ips: [], ipv6_addresses: ['2001:db8::1']})
  -[:MEMBER_OF]->(:AwsSecurityGroup)
  -[:HAS_RULE]->(:AwsSecurityGroupRule {
    is_egress: false, cidr_ipv6: '::/0', protocol: 'tcp', from_port: 22, to_port: 22,
    allows_all_ports: false
  })

// fail: remote desktop inside a range
CREATE (:AwsEc2Instance)
  <-[:ATTACHED_TO]-(:AwsNetworkInterface {public_ips: ['192.0.2.1'], ipv6_addresses: []})
  -[:MEMBER_OF]->(:AwsSecurityGroup)
  -[:HAS_RULE]->(:AwsSecurityGroupRule {
    is_egress: false, cidr_ipv4: '0.0.0.0/0', protocol: 'tcp', from_port: 3388, to_port: 3390,
    allows_all_ports: false
  })

// fail: remote desktop by the protocol's number
CREATE (:AwsEc2Instance)
  <-[:ATTACHED_TO]-(:AwsNetworkInterface {public_ips: ['192.0.2.1'], ipv6_addresses: []})
  -[:MEMBER_OF]->(:AwsSecurityGroup)
  -[:HAS_RULE]->(:AwsSecurityGroupRule {
    is_egress: false, cidr_ipv4: '0.0.0.0/0', protocol: '6', from_port: 3389, to_port: 3389,
    allows_all_ports: false
  })

// fail: every protocol
CREATE (:AwsEc2Instance)
  <-[:ATTACHED_TO]-(:AwsNetworkInterface {public_ips: ['192.0.2.1'], ipv6_addresses: []})
  -[:MEMBER_OF]->(:AwsSecurityGroup)
  -[:HAS_RULE]->(:AwsSecurityGroupRule {
    is_egress: false, cidr_ipv4: '0.0.0.0/0', protocol: '-1',
    allows_all_ports: true
  })

// fail: every port
CREATE (:AwsEc2Instance)
  <-[:ATTACHED_TO]-(:AwsNetworkInterface {public_ips: ['192.0.2.1'], ipv6_addresses: []})
  -[:MEMBER_OF]->(:AwsSecurityGroup)
  -[:HAS_RULE]->(:AwsSecurityGroupRule {
    is_egress: false, cidr_ipv4: '0.0.0.0/0', protocol: 'tcp',
    allows_all_ports: true
  })

// pass: it has no public address
CREATE (:AwsEc2Instance)
  <-[:ATTACHED_TO]-(:AwsNetworkInterface {public_ips: [], ipv6_addresses: []})
  -[:MEMBER_OF]->(:AwsSecurityGroup)
  -[:HAS_RULE]->(:AwsSecurityGroupRule {
    is_egress: false, cidr_ipv4: '0.0.0.0/0', protocol: 'tcp', from_port: 22, to_port: 22,
    allows_all_ports: false
  })

// pass: the rule is for IPv6, the address is not
CREATE (:AwsEc2Instance)
  <-[:ATTACHED_TO]-(:AwsNetworkInterface {public_ips: ['192.0.2.1'], ipv6_addresses: []})
  -[:MEMBER_OF]->(:AwsSecurityGroup)
  -[:HAS_RULE]->(:AwsSecurityGroupRule {
    is_egress: false, cidr_ipv6: '::/0', protocol: 'tcp', from_port: 22, to_port: 22,
    allows_all_ports: false
  })

// pass: the rule is for IPv4, the address is not
CREATE (:AwsEc2Instance)
  <-[:ATTACHED_TO]-(:AwsNetworkInterface {public_ips: [], ipv6_addresses: ['2001:db8::1']})
  -[:MEMBER_OF]->(:AwsSecurityGroup)
  -[:HAS_RULE]->(:AwsSecurityGroupRule {
    is_egress: false, cidr_ipv4: '0.0.0.0/0', protocol: 'tcp', from_port: 22, to_port: 22,
    allows_all_ports: false
  })

// pass: an IPv6 rule and no address
CREATE (:AwsEc2Instance)
  <-[:ATTACHED_TO]-(:AwsNetworkInterface {public_ips: [], ipv6_addresses: []})
  -[:MEMBER_OF]->(:AwsSecurityGroup)
  -[:HAS_RULE]->(:AwsSecurityGroupRule {
    is_egress: false, cidr_ipv6: '::/0', protocol: 'tcp', from_port: 22, to_port: 22,
    allows_all_ports: false
  })

// pass: known IPv4 addresses
CREATE (:AwsEc2Instance)
  <-[:ATTACHED_TO]-(:AwsNetworkInterface {public_ips: ['192.0.2.1'], ipv6_addresses: []})
  -[:MEMBER_OF]->(:AwsSecurityGroup)
  -[:HAS_RULE]->(:AwsSecurityGroupRule {
    is_egress: false, cidr_ipv4: '198.51.100.0/24', protocol: 'tcp', from_port: 22, to_port: 22,
    allows_all_ports: false
  })

// pass: known IPv6 addresses
CREATE (:AwsEc2Instance)
  <-[:ATTACHED_TO]-(:AwsNetworkInterface {public_ips: [], ipv6_addresses: ['2001:db8::1']})
  -[:MEMBER_OF]->(:AwsSecurityGroup)
  -[:HAS_RULE]->(:AwsSecurityGroupRule {
    is_egress: false, cidr_ipv6: '2001:db8::/32', protocol: 'tcp', from_port: 22, to_port: 22,
    allows_all_ports: false
  })

// pass: the way out
CREATE (:AwsEc2Instance)
  <-[:ATTACHED_TO]-(:AwsNetworkInterface {public_ips: ['192.0.2.1'], ipv6_addresses: []})
  -[:MEMBER_OF]->(:AwsSecurityGroup)
  -[:HAS_RULE]->(:AwsSecurityGroupRule {
    is_egress: true, cidr_ipv4: '0.0.0.0/0', protocol: 'tcp', from_port: 22, to_port: 22,
    allows_all_ports: false
  })

// pass: the port below
CREATE (:AwsEc2Instance)
  <-[:ATTACHED_TO]-(:AwsNetworkInterface {public_ips: ['192.0.2.1'], ipv6_addresses: []})
  -[:MEMBER_OF]->(:AwsSecurityGroup)
  -[:HAS_RULE]->(:AwsSecurityGroupRule {
    is_egress: false, cidr_ipv4: '0.0.0.0/0', protocol: 'tcp', from_port: 21, to_port: 21,
    allows_all_ports: false
  })

// pass: the port above
CREATE (:AwsEc2Instance)
  <-[:ATTACHED_TO]-(:AwsNetworkInterface {public_ips: ['192.0.2.1'], ipv6_addresses: []})
  -[:MEMBER_OF]->(:AwsSecurityGroup)
  -[:HAS_RULE]->(:AwsSecurityGroupRule {
    is_egress: false, cidr_ipv4: '0.0.0.0/0', protocol: 'tcp', from_port: 23, to_port: 23,
    allows_all_ports: false
  })

// pass: another protocol
CREATE (:AwsEc2Instance)
  <-[:ATTACHED_TO]-(:AwsNetworkInterface {public_ips: ['192.0.2.1'], ipv6_addresses: []})
  -[:MEMBER_OF]->(:AwsSecurityGroup)
  -[:HAS_RULE]->(:AwsSecurityGroupRule {
    is_egress: false, cidr_ipv4: '0.0.0.0/0', protocol: 'udp', from_port: 22, to_port: 22,
    allows_all_ports: false
  })

// pass: every port of another protocol
CREATE (:AwsEc2Instance)
  <-[:ATTACHED_TO]-(:AwsNetworkInterface {public_ips: ['192.0.2.1'], ipv6_addresses: []})
  -[:MEMBER_OF]->(:AwsSecurityGroup)
  -[:HAS_RULE]->(:AwsSecurityGroupRule {
    is_egress: false, cidr_ipv4: '0.0.0.0/0', protocol: 'udp',
    allows_all_ports: true
  })
