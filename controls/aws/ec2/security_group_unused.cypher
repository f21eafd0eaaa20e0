/*---
title: Security groups are in use
resource: AwsSecurityGroup
severity: low
policy: aws-network-exposure
also: {prowler: [ec2_securitygroup_not_used]}
why: Unused groups hide the ones that count, and come back into use with rules nobody remembers.
fix:
  console: EC2 > Security Groups > {id} > Actions > Delete security groups.
  cli: aws ec2 delete-security-group --region {region} --group-id {id}
  terraform: >-
    # Take the resource "aws_security_group" with the id {id} out of the configuration and apply.
applies: MATCH (group:AwsSecurityGroup) WHERE group.is_default = false RETURN group AS resource
---*/
MATCH (group:AwsSecurityGroup)
WHERE group.is_default = false
  AND NOT EXISTS { (:Resource)-[:MEMBER_OF]->(group) }
  AND NOT EXISTS {
    (other:AwsSecurityGroup)-[:HAS_RULE]->(:AwsSecurityGroupRule)-[:REFERS_TO]->(group)
    WHERE other <> group
  }
RETURN group AS resource, {members: 0, rules_of_others_that_name_it: 0} AS evidence
