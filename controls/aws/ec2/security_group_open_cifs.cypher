/*---
title: Security groups do not open file sharing to the internet
resource: AwsSecurityGroup
severity: high
policy: aws-network-exposure
mandates: {cis-aws-6.0: ["6.1.2"]}
why: Worms spread over file sharing (CIFS, SMB), and shares give their files away.
fix:
  console: >-
    EC2 > Security Groups > {id} > Inbound rules > Edit inbound rules > give each rule that opens
    port 445 to 0.0.0.0/0 or ::/0 a source that you know, or delete it > Save rules.
  cli: |
    aws ec2 describe-security-group-rules --region {region} \
      --filters Name=group-id,Values={id} --output text --query '
        SecurityGroupRules[?IsEgress==`false`
          && (CidrIpv4==`"0.0.0.0/0"` || CidrIpv6==`"::/0"`)
          && (IpProtocol==`"-1"` || IpProtocol==`"tcp"`
            && (ToPort<`0` || FromPort<=`445` && ToPort>=`445`))
        ].SecurityGroupRuleId' |
      xargs -r aws ec2 revoke-security-group-ingress --region {region} --group-id {id} \
        --security-group-rule-ids
  terraform: |
    resource "aws_vpc_security_group_ingress_rule" "cifs" {
      security_group_id = "{id}"
      cidr_ipv4         = var.trusted_block
      ip_protocol       = "tcp"
      from_port         = 445
      to_port           = 445
    }
---*/
WITH 445 AS port
MATCH (group:AwsSecurityGroup)-[:HAS_RULE]->(rule:AwsSecurityGroupRule)
WHERE rule.is_egress = false
  AND rule.is_open_to_internet = true
  AND (
    rule.protocol = '-1'
    OR rule.protocol IN ['tcp', '6']
    AND (rule.allows_all_ports = true OR rule.from_port <= port <= rule.to_port)
  )
WITH group, rule ORDER BY rule.uid
RETURN group AS resource, {
  rules: collect({
    id: rule.id,
    from: coalesce(rule.cidr_ipv4, rule.cidr_ipv6),
    protocol: rule.protocol,
    from_port: rule.from_port,
    to_port: rule.to_port
  })
} AS evidence
