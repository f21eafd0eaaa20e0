/*---
title: Mount targets are for known networks
resource: AwsEfsMountTarget
severity: high
policy: aws-network-exposure
why: >-
  NFS asks nobody for a password: the rules of the network are all that is between a client and the
  files.
fix:
  console: >-
    EC2 > Security Groups > the groups of {id} > Inbound rules > Edit inbound rules > give the rules
    for port 2049 from 0.0.0.0/0 or ::/0 the clients' group for a source > Save rules.
  cli: |
    for group in $(aws efs describe-mount-target-security-groups --region {region} \
      --mount-target-id {id} --query 'SecurityGroups[]' --output text); do
      for rule in $(aws ec2 describe-security-group-rules --region {region} --output text \
        --filters Name=group-id,Values=$group --query 'SecurityGroupRules[?IsEgress==`false`
          && (CidrIpv4==`"0.0.0.0/0"` || CidrIpv6==`"::/0"`)].SecurityGroupRuleId'); do
        aws ec2 revoke-security-group-ingress --region {region} --group-id $group \
          --security-group-rule-ids "$rule"
      done
    done
  terraform: |
    resource "aws_vpc_security_group_ingress_rule" "nfs" {
      security_group_id            = var.mount_target_group_id
      referenced_security_group_id = var.clients_group_id
      ip_protocol                  = "tcp"
      from_port                    = 2049
      to_port                      = 2049
    }
---*/
WITH 2049 AS nfs
MATCH (target:AwsEfsMountTarget)-[:MEMBER_OF]->(group:AwsSecurityGroup)
MATCH (group)-[:HAS_RULE]->(rule:AwsSecurityGroupRule)
WHERE rule.is_egress = false
  AND rule.is_open_to_internet = true
  AND (
    rule.protocol = '-1'
    OR rule.protocol = 'tcp'
    AND (rule.allows_all_ports = true OR rule.from_port <= nfs <= rule.to_port)
  )
RETURN target AS resource, {path: min([rule.uid, group.uid, target.uid])} AS evidence
