/*---
title: Instances with a public address open no port for administration to the internet
resource: AwsEc2Instance
severity: critical
policy: aws-network-exposure
why: >-
  The way from the internet to the sign-in of the machine is open: address, group and rule let it
  through.
fix:
  console: >-
    EC2 > Instances > {id} > Security > open each security group > Edit inbound rules > give the
    rules for ports 22 and 3389 a source that you know; reach the machine by Session Manager.
  cli: |
    for group in $(aws ec2 describe-instances --region {region} --instance-ids {id} --output text \
      --query 'Reservations[].Instances[].NetworkInterfaces[].Groups[].GroupId'); do
      for rule in $(aws ec2 describe-security-group-rules --region {region} --output text \
        --filters Name=group-id,Values=$group --query 'SecurityGroupRules[?IsEgress==`false`
          && (CidrIpv4==`"0.0.0.0/0"` || CidrIpv6==`"::/0"`) && (IpProtocol==`"-1"`
          || IpProtocol==`"tcp"` && (ToPort<`0` || FromPort<=`22` && ToPort>=`22`
            || FromPort<=`3389` && ToPort>=`3389`))].SecurityGroupRuleId'); do
        aws ec2 revoke-security-group-ingress --region {region} --group-id $group \
          --security-group-rule-ids "$rule"
      done
    done
  terraform: |
    resource "aws_vpc_security_group_ingress_rule" "ssh" {
      security_group_id = var.security_group_id
      cidr_ipv4         = var.trusted_block
      ip_protocol       = "tcp"
      from_port         = 22
      to_port           = 22
    }
---*/
WITH [22, 3389] AS ports
MATCH (instance:AwsEc2Instance)<-[:ATTACHED_TO]-(interface:AwsNetworkInterface)
MATCH (interface)-[:MEMBER_OF]->(group:AwsSecurityGroup)-[:HAS_RULE]->(rule:AwsSecurityGroupRule)
WHERE rule.is_egress = false
  AND (
    rule.cidr_ipv4 ENDS WITH '/0' AND size(interface.public_ips) > 0
    OR rule.cidr_ipv6 ENDS WITH '/0' AND size(interface.ipv6_addresses) > 0
  )
  AND (
    rule.protocol = '-1'
    OR rule.protocol IN ['tcp', '6']
    AND (
      rule.allows_all_ports = true
      OR any(port IN ports WHERE rule.from_port <= port <= rule.to_port)
    )
  )
RETURN instance AS resource, {
  path: min([rule.uid, group.uid, interface.uid, instance.uid])
} AS evidence
