/*---
title: Instances that the internet reaches have no role that may do everything
resource: AwsEc2Instance
severity: critical
policy: aws-network-exposure
why: >-
  One flaw in what the instance serves gives the whole account away: its role's credentials can be
  fetched from inside.
fix:
  console: >-
    EC2 > Instances > {id} > Actions > Security > Modify IAM role > choose a role that allows only
    what the machine needs > Update IAM role.
  cli: |
    association=$(aws ec2 describe-iam-instance-profile-associations --region {region} \
      --filters Name=instance-id,Values={id} \
      --query 'IamInstanceProfileAssociations[0].AssociationId' --output text)
    aws ec2 replace-iam-instance-profile-association --region {region} \
      --association-id "$association" \
      --iam-instance-profile Name="${PROFILE:?name of an instance profile that allows less}"
  terraform: |
    resource "aws_instance" "this" {
      # ...
      iam_instance_profile = aws_iam_instance_profile.least_privilege.name
    }
---*/
MATCH (instance:AwsEc2Instance)-[:HAS_INSTANCE_PROFILE]->(profile:AwsIamInstanceProfile)
MATCH (profile)-[:HAS_ROLE]->(role:AwsIamRole)
MATCH (role)-[:HAS_POLICY|HAS_INLINE_POLICY]->(policy:AwsIamPolicy|AwsIamInlinePolicy)
WHERE policy.allows_everything = true
  AND NOT EXISTS {
    (role)-[:BOUNDED_BY]->(boundary:AwsIamPolicy) WHERE boundary.allows_everything = false
  }
CALL (instance) {
  MATCH (balancer:AwsLoadBalancer)-[:FORWARDS_TO]->(targets:AwsTargetGroup)-[:ROUTES_TO]->(instance)
  WHERE balancer.is_internet_facing = true
  RETURN [balancer.uid, targets.uid] AS entry
  UNION
  MATCH (instance)<-[:ATTACHED_TO]-(interface:AwsNetworkInterface)
  MATCH (interface)-[:MEMBER_OF]->(group:AwsSecurityGroup)-[:HAS_RULE]->(rule:AwsSecurityGroupRule)
  WHERE rule.is_egress = false
    AND (
      rule.cidr_ipv4 ENDS WITH '/0' AND size(interface.public_ips) > 0
      OR rule.cidr_ipv6 ENDS WITH '/0' AND size(interface.ipv6_addresses) > 0
    )
  RETURN [rule.uid, group.uid, interface.uid] AS entry
}
RETURN instance AS resource, {
  path: min(entry + [instance.uid, profile.uid, role.uid, policy.uid])
} AS evidence
