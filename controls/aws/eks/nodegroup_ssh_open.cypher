/*---
title: The internet does not reach nodes by SSH
resource: AwsEksNodegroup
severity: high
policy: aws-network-exposure
why: >-
  A key pair without groups that may use it makes EKS open port 22 to every address; a node holds
  the credentials of all pods on it.
fix:
  console: >-
    It can't be changed. EKS > Clusters > the group's cluster > Compute > Add node group, without
    remote access or with groups that may use it; then delete {name}.
  cli: |
    cluster=$(echo {uid} | cut -d/ -f2)
    aws eks create-nodegroup --region {region} --cluster-name "$cluster" \
      --nodegroup-name {name}-closed --node-role "$NODE_ROLE_ARN" --subnets $SUBNETS
    aws eks delete-nodegroup --region {region} --cluster-name "$cluster" --nodegroup-name {name}
  terraform: |
    resource "aws_eks_node_group" "this" {
      node_group_name = "{name}"
      remote_access {
        ec2_ssh_key               = "{ssh_key}"
        source_security_group_ids = [aws_security_group.bastion.id]
      }
    }
---*/
MATCH (nodegroup:AwsEksNodegroup)
WHERE nodegroup.is_ssh_open_to_internet = true
RETURN nodegroup AS resource, {key_pair: nodegroup.ssh_key, from: 'every address'} AS evidence
