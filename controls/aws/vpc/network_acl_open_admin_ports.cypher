/*---
title: Network ACLs do not let the internet in to SSH or RDP
resource: AwsNetworkAcl
severity: medium
policy: aws-network-exposure
mandates: {cis-aws-6.0: ["6.2"]}
also:
  prowler: [ec2_networkacl_allow_ingress_tcp_port_22, ec2_networkacl_allow_ingress_tcp_port_3389]
why: >-
  The network ACL is what still holds when somebody opens a security group by mistake; one that lets
  everybody in holds nothing.
fix:
  console: >-
    VPC > Network ACLs > {id} > Inbound rules > Edit inbound rules > add rules with lower numbers
    than the one that allows: Deny for TCP 22 and 3389 from 0.0.0.0/0 and ::/0 > Save changes.
  cli: |
    # Numbers below those of the rules that allow; free ones, where these are taken.
    number=1
    for port in 22 3389; do
      for block in cidr-block=0.0.0.0/0 ipv6-cidr-block=::/0; do
        aws ec2 create-network-acl-entry --region {region} --network-acl-id {id} --ingress \
          --rule-number $((number++)) --protocol tcp --port-range From=$port,To=$port \
          --${block%%=*} "${block#*=}" --rule-action deny
      done
    done
  terraform: |
    resource "aws_network_acl_rule" "no_ssh" {
      network_acl_id = "{id}"
      rule_number    = 1
      egress         = false
      protocol       = "tcp"
      rule_action    = "deny"
      cidr_block     = "0.0.0.0/0"
      from_port      = 22
      to_port        = 22
    }
---*/
WITH [22, 3389] AS ports
UNWIND ports AS port
// The first entry that fits decides: no other may come before the one that allows.
MATCH (acl:AwsNetworkAcl)-[:HAS_RULE]->(entry:AwsNetworkAclEntry)
WHERE entry.is_egress = false
  AND entry.action = 'allow'
  AND entry.is_for_everyone = true
  AND (
    entry.protocol = '-1'
    OR entry.protocol = 'tcp' AND entry.from_port <= port <= entry.to_port
  )
  AND NOT EXISTS {
    (acl)-[:HAS_RULE]->(earlier:AwsNetworkAclEntry)
    WHERE earlier.is_egress = false
      AND earlier.rule_number < entry.rule_number
      AND (earlier.cidr_ipv4 = entry.cidr_ipv4 OR earlier.cidr_ipv6 = entry.cidr_ipv6)
      AND (
        earlier.protocol = '-1'
        OR earlier.protocol = 'tcp' AND earlier.from_port <= port <= earlier.to_port
      )
  }
WITH acl, entry, port ORDER BY entry.rule_number, port
RETURN acl AS resource, {
  rules: collect({
    number: entry.rule_number,
    from: coalesce(entry.cidr_ipv4, entry.cidr_ipv6),
    protocol: entry.protocol,
    port: port
  })
} AS evidence
