/*---
title: Network ACLs guard something
resource: AwsNetworkAcl
severity: low
policy: aws-network-design
also: {prowler: [ec2_networkacl_unused]}
why: An ACL that guards nothing looks like protection, and hides the one that counts.
fix:
  console: VPC > Network ACLs > {id} > Actions > Delete network ACLs.
  cli: aws ec2 delete-network-acl --region {region} --network-acl-id {id}
  terraform: >-
    # Take the resource "aws_network_acl" with the id {id} out of the configuration and apply.
applies: MATCH (acl:AwsNetworkAcl) WHERE acl.is_default = false RETURN acl AS resource
---*/
MATCH (acl:AwsNetworkAcl)
WHERE acl.is_default = false
  AND NOT EXISTS { (:AwsSubnet)-[:GUARDED_BY]->(acl) }
RETURN acl AS resource, {subnets: 0} AS evidence
