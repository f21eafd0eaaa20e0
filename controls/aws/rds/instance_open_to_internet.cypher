/*---
title: The internet reaches no database
resource: AwsRdsInstance
severity: critical
policy: aws-network-exposure
also: {prowler: [rds_instance_no_public_access]}
why: >-
  The way is open from anywhere to the sign-in of the database: the address is public, and a rule
  lets its port through.
fix:
  console: >-
    RDS > Databases > {name} > Connectivity & security > open each VPC security group > Edit
    inbound rules > give the rules from 0.0.0.0/0 and ::/0 a source that you know; then Modify >
    Not publicly accessible.
  cli: |
    aws rds modify-db-instance --region {region} --db-instance-identifier {name} \
      --no-publicly-accessible --apply-immediately
    for group in $(aws rds describe-db-instances --region {region} --output text \
      --db-instance-identifier {name} \
      --query 'DBInstances[].VpcSecurityGroups[].VpcSecurityGroupId'); do
      for rule in $(aws ec2 describe-security-group-rules --region {region} --output text \
        --filters Name=group-id,Values=$group --query 'SecurityGroupRules[?IsEgress==`false`
          && (CidrIpv4==`"0.0.0.0/0"` || CidrIpv6==`"::/0"`)].SecurityGroupRuleId'); do
        aws ec2 revoke-security-group-ingress --region {region} --group-id $group \
          --security-group-rule-ids "$rule"
      done
    done
  terraform: |
    resource "aws_db_instance" "this" {
      # ...
      publicly_accessible    = false
      vpc_security_group_ids = [aws_security_group.from_the_application_only.id]
    }
---*/
MATCH (instance:AwsRdsInstance)-[:MEMBER_OF]->(group:AwsSecurityGroup)
MATCH (group)-[:HAS_RULE]->(rule:AwsSecurityGroupRule)
WHERE instance.is_publicly_accessible = true
  AND rule.is_egress = false
  AND rule.is_open_to_internet = true
  AND (
    rule.protocol = '-1'
    OR rule.protocol = 'tcp'
    AND (rule.allows_all_ports = true OR rule.from_port <= instance.port <= rule.to_port)
  )
RETURN instance AS resource, {
  path: min([rule.uid, group.uid, instance.uid])
} AS evidence
