// fail: by a public address
CREATE (instance:AwsEc2Instance)-[:HAS_INSTANCE_PROFILE]->(:AwsIamInstanceProfile)
  -[:HAS_ROLE]->(role:AwsIamRole)
  -[:HAS_POLICY]->(:AwsIamPolicy {allows_everything: true})
CREATE (instance)
  <-[:ATTACHED_TO]-(:AwsNetworkInterface {public_ips: ['192.0.2.1'], ipv6_addresses: []})
  -[:MEMBER_OF]->(:AwsSecurityGroup)
  -[:HAS_RULE]->(:AwsSecurityGroupRule {is_egress: false, cidr_ipv4: '0.0.0.0/0'})

// fail: by an IPv6 address
CREATE (instance:AwsEc2Instance)-[:HAS_INSTANCE_PROFILE]->(:AwsIamInstanceProfile)
  -[:HAS_ROLE]->(role:AwsIamRole)
  -[:HAS_POLICY]->(:AwsIamPolicy {allows_everything: true})
CREATE (instance)
  <-[:ATTACHED_TO]-(:AwsNetworkInterface {public_ips: [], ipv6_addresses: ['2001:db8::1']})
  -[:MEMBER_OF]->(:AwsSecurityGroup)
  -[:HAS_RULE]->(:AwsSecurityGroupRule {is_egress: false, cidr_ipv6: '::/0'})

// fail: by a load balancer
CREATE (instance:AwsEc2Instance)-[:HAS_INSTANCE_PROFILE]->(:AwsIamInstanceProfile)
  -[:HAS_ROLE]->(role:AwsIamRole)
  -[:HAS_POLICY]->(:AwsIamPolicy {allows_everything: true})
CREATE (instance)<-[:ROUTES_TO]-(:AwsTargetGroup)
  <-[:FORWARDS_TO]-(:AwsLoadBalancer {is_internet_facing: true})

// fail: by both at once
CREATE (instance:AwsEc2Instance)-[:HAS_INSTANCE_PROFILE]->(:AwsIamInstanceProfile)
  -[:HAS_ROLE]->(role:AwsIamRole)
  -[:HAS_POLICY]->(:AwsIamPolicy {allows_everything: true})
CREATE (instance)
  <-[:ATTACHED_TO]-(:AwsNetworkInterface {public_ips: ['192.0.2.1'], ipv6_addresses: []})
  -[:MEMBER_OF]->(:AwsSecurityGroup)
  -[:HAS_RULE]->(:AwsSecurityGroupRule {is_egress: false, cidr_ipv4: '0.0.0.0/0'})
CREATE (instance)<-[:ROUTES_TO]-(:AwsTargetGroup)
  <-[:FORWARDS_TO]-(:AwsLoadBalancer {is_internet_facing: true})

// fail: with an inline policy
CREATE (instance:AwsEc2Instance)-[:HAS_INSTANCE_PROFILE]->(:AwsIamInstanceProfile)
  -[:HAS_ROLE]->(role:AwsIamRole)
  -[:HAS_INLINE_POLICY]->(:AwsIamInlinePolicy {allows_everything: true})
CREATE (instance)<-[:ROUTES_TO]-(:AwsTargetGroup)
  <-[:FORWARDS_TO]-(:AwsLoadBalancer {is_internet_facing: true})

// fail: with a boundary that bounds nothing
CREATE (instance:AwsEc2Instance)-[:HAS_INSTANCE_PROFILE]->(:AwsIamInstanceProfile)
  -[:HAS_ROLE]->(role:AwsIamRole)
  -[:HAS_POLICY]->(:AwsIamPolicy {allows_everything: true})
CREATE (role)-[:BOUNDED_BY]->(:AwsIamPolicy {allows_everything: true})
CREATE (instance)<-[:ROUTES_TO]-(:AwsTargetGroup)
  <-[:FORWARDS_TO]-(:AwsLoadBalancer {is_internet_facing: true})

// pass: nothing leads to it
CREATE (instance:AwsEc2Instance)-[:HAS_INSTANCE_PROFILE]->(:AwsIamInstanceProfile)
  -[:HAS_ROLE]->(role:AwsIamRole)
  -[:HAS_POLICY]->(:AwsIamPolicy {allows_everything: true})

// pass: the policy allows less
CREATE (instance:AwsEc2Instance)-[:HAS_INSTANCE_PROFILE]->(:AwsIamInstanceProfile)
  -[:HAS_ROLE]->(role:AwsIamRole)
  -[:HAS_POLICY]->(:AwsIamPolicy {allows_everything: false})
CREATE (instance)<-[:ROUTES_TO]-(:AwsTargetGroup)
  <-[:FORWARDS_TO]-(:AwsLoadBalancer {is_internet_facing: true})

// pass: a boundary allows less
CREATE (instance:AwsEc2Instance)-[:HAS_INSTANCE_PROFILE]->(:AwsIamInstanceProfile)
  -[:HAS_ROLE]->(role:AwsIamRole)
  -[:HAS_POLICY]->(:AwsIamPolicy {allows_everything: true})
CREATE (role)-[:BOUNDED_BY]->(:AwsIamPolicy {allows_everything: false})
CREATE (instance)<-[:ROUTES_TO]-(:AwsTargetGroup)
  <-[:FORWARDS_TO]-(:AwsLoadBalancer {is_internet_facing: true})

// pass: the load balancer is internal
CREATE (instance:AwsEc2Instance)-[:HAS_INSTANCE_PROFILE]->(:AwsIamInstanceProfile)
  -[:HAS_ROLE]->(role:AwsIamRole)
  -[:HAS_POLICY]->(:AwsIamPolicy {allows_everything: true})
CREATE (instance)<-[:ROUTES_TO]-(:AwsTargetGroup)
  <-[:FORWARDS_TO]-(:AwsLoadBalancer {is_internet_facing: false})

// pass: it has no public address
CREATE (instance:AwsEc2Instance)-[:HAS_INSTANCE_PROFILE]->(:AwsIamInstanceProfile)
  -[:HAS_ROLE]->(role:AwsIamRole)
  -[:HAS_POLICY]->(:AwsIamPolicy {allows_everything: true})
CREATE (instance)
  <-[:ATTACHED_TO]-(:AwsNetworkInterface {public_ips: [], ipv6_addresses: []})
  -[:MEMBER_OF]->(:AwsSecurityGroup)
  -[:HAS_RULE]->(:AwsSecurityGroupRule {is_egress: false, cidr_ipv4: '0.0.0.0/0'})

// pass: the rule is for IPv6, the address is not
CREATE (instance:AwsEc2Instance)-[:HAS_INSTANCE_PROFILE]->(:AwsIamInstanceProfile)
  -[:HAS_ROLE]->(role:AwsIamRole)
  -[:HAS_POLICY]->(:AwsIamPolicy {allows_everything: true})
CREATE (instance)
  <-[:ATTACHED_TO]-(:AwsNetworkInterface {public_ips: ['192.0.2.1'], ipv6_addresses: []})
  -[:MEMBER_OF]->(:AwsSecurityGroup)
  -[:HAS_RULE]->(:AwsSecurityGroupRule {is_egress: false, cidr_ipv6: '::/0'})

// pass: the rule is for IPv4, the address is not
CREATE (instance:AwsEc2Instance)-[:HAS_INSTANCE_PROFILE]->(:AwsIamInstanceProfile)
  -[:HAS_ROLE]->(role:AwsIamRole)
  -[:HAS_POLICY]->(:AwsIamPolicy {allows_everything: true})
CREATE (instance)
  <-[:ATTACHED_TO]-(:AwsNetworkInterface {public_ips: [], ipv6_addresses: ['2001:db8::1']})
  -[:MEMBER_OF]->(:AwsSecurityGroup)
  -[:HAS_RULE]->(:AwsSecurityGroupRule {is_egress: false, cidr_ipv4: '0.0.0.0/0'})

// pass: an IPv6 rule and no address
CREATE (instance:AwsEc2Instance)-[:HAS_INSTANCE_PROFILE]->(:AwsIamInstanceProfile)
  -[:HAS_ROLE]->(role:AwsIamRole)
  -[:HAS_POLICY]->(:AwsIamPolicy {allows_everything: true})
CREATE (instance)
  <-[:ATTACHED_TO]-(:AwsNetworkInterface {public_ips: [], ipv6_addresses: []})
  -[:MEMBER_OF]->(:AwsSecurityGroup)
  -[:HAS_RULE]->(:AwsSecurityGroupRule {is_egress: false, cidr_ipv6: '::/0'})

// pass: known IPv4 addresses
CREATE (instance:AwsEc2Instance)-[:HAS_INSTANCE_PROFILE]->(:AwsIamInstanceProfile)
  -[:HAS_ROLE]->(role:AwsIamRole)
  -[:HAS_POLICY]->(:AwsIamPolicy {allows_everything: true})
CREATE (instance)
  <-[:ATTACHED_TO]-(:AwsNetworkInterface {public_ips: ['192.0.2.1'], ipv6_addresses: []})
  -[:MEMBER_OF]->(:AwsSecurityGroup)
  -[:HAS_RULE]->(:AwsSecurityGroupRule {is_egress: false, cidr_ipv4: '198.51.100.0/24'})

// pass: known IPv6 addresses
CREATE (instance:AwsEc2Instance)-[:HAS_INSTANCE_PROFILE]->(:AwsIamInstanceProfile)
  -[:HAS_ROLE]->(role:AwsIamRole)
  -[:HAS_POLICY]->(:AwsIamPolicy {allows_everything: true})
CREATE (instance)
  <-[:ATTACHED_TO]-(:AwsNetworkInterface {public_ips: [], ipv6_addresses: ['2001:db8::1']})
  -[:MEMBER_OF]->(:AwsSecurityGroup)
  -[:HAS_RULE]->(:AwsSecurityGroupRule {is_egress: false, cidr_ipv6: '2001:db8::/32'})

// pass: the way out
CREATE (instance:AwsEc2Instance)-[:HAS_INSTANCE_PROFILE]->(:AwsIamInstanceProfile)
  -[:HAS_ROLE]->(role:AwsIamRole)
  -[:HAS_POLICY]->(:AwsIamPolicy {allows_everything: true})
CREATE (instance)
  <-[:ATTACHED_TO]-(:AwsNetworkInterface {public_ips: ['192.0.2.1'], ipv6_addresses: []})
  -[:MEMBER_OF]->(:AwsSecurityGroup)
  -[:HAS_RULE]->(:AwsSecurityGroupRule {is_egress: true, cidr_ipv4: '0.0.0.0/0'})
