/*---
title: Clusters run a version of Kubernetes that AWS still mends
resource: AwsEksCluster
severity: high
policy: aws-kubernetes
also: {prowler: [eks_cluster_uses_a_supported_version]}
why: >-
  Flaws that are found in a version after the end of its extended support stay, until AWS moves the
  cluster on at a time of its own choosing.
fix:
  console: >-
    EKS > Clusters > {name} > Update version > the next one, and again until it is a current one;
    the nodes after each step.
  cli: >-
    aws eks update-cluster-version --region {region} --name {name}
    --kubernetes-version "${VERSION:?the next minor version}"
  terraform: |
    resource "aws_eks_cluster" "this" {
      name    = "{name}"
      version = var.next_version # one minor version at a time, from {version}
    }
---*/
WITH 32 AS oldest_minor // 1.31 is mended until 26 November 2026
MATCH (cluster:AwsEksCluster)
WHERE toInteger(split(cluster.version, '.')[1]) < oldest_minor
RETURN cluster AS resource, {
  expected: '1.' + oldest_minor + ' or later', actual: cluster.version
} AS evidence
