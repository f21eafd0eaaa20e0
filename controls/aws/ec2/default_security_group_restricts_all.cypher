/*---
title: Default security groups let nothing in or out
resource: AwsSecurityGroup
severity: medium
policy: aws-network-exposure
mandates: {cis-aws-6.0: ["6.5"]}
also: {prowler: [ec2_securitygroup_default_restrict_traffic]}
why: >-
  What is launched without naming a group lands in it: with no rules, nobody gets by on it
  unnoticed.
fix:
  console: >-
    EC2 > Security Groups > {id} > delete all inbound and all outbound rules, after moving what uses
    the group to one of its own.
  cli: |
    for way in ingress:false egress:true; do
      aws ec2 describe-security-group-rules --region {region} --output text \
        --filters Name=group-id,Values={id} \
        --query "SecurityGroupRules[?IsEgress==\`${way#*:}\`].SecurityGroupRuleId" |
        xargs -r aws ec2 revoke-security-group-${way%:*} --region {region} --group-id {id} \
          --security-group-rule-ids
    done
  terraform: |
    # With neither ingress nor egress blocks, Terraform takes all rules away.
    resource "aws_default_security_group" "this" {
      vpc_id = var.vpc_id
    }
applies: MATCH (group:AwsSecurityGroup) WHERE group.is_default = true RETURN group AS resource
---*/
MATCH (group:AwsSecurityGroup)-[:HAS_RULE]->(rule:AwsSecurityGroupRule)
WHERE group.is_default = true
WITH group, rule ORDER BY rule.uid
RETURN group AS resource, {expected: 'no rules', rules: collect(rule.id)} AS evidence
