/*---
title: Kubernetes clusters are protected from deletion
resource: AwsEksCluster
severity: low
policy: aws-kubernetes
also: {prowler: [eks_cluster_deletion_protection_enabled]}
why: With the control plane goes everything that it held together.
fix:
  console: EKS > Clusters > {name} > Overview > Deletion protection > Manage > on > Save changes.
  cli: >-
    aws eks update-cluster-config --region {region} --name {name} --deletion-protection
  terraform: |
    resource "aws_eks_cluster" "this" {
      name                = "{name}"
      deletion_protection = true
    }
applies: |
  MATCH (cluster:AwsEksCluster)
  WHERE cluster.is_deletion_protected IS NOT NULL
  RETURN cluster AS resource
---*/
MATCH (cluster:AwsEksCluster)
WHERE cluster.is_deletion_protected = false
RETURN cluster AS resource, {expected: 'on', actual: 'off'} AS evidence
