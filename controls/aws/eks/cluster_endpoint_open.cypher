/*---
title: The API of a Kubernetes cluster is not open to the whole internet
resource: AwsEksCluster
severity: high
policy: aws-network-exposure
also: {prowler: [eks_cluster_not_publicly_accessible]}
why: Whoever reaches the API needs only one stolen token, or one flaw in it, to decide what runs.
fix:
  console: >-
    EKS > Clusters > {name} > Networking > Manage endpoint access > Private, or Public and private
    with the blocks of addresses that need it > Save changes.
  cli: >-
    aws eks update-cluster-config --region {region} --name {name}
    --resources-vpc-config endpointPublicAccess=false,endpointPrivateAccess=true
  terraform: |
    resource "aws_eks_cluster" "this" {
      name = "{name}"
      vpc_config {
        endpoint_public_access  = false
        endpoint_private_access = true
      }
    }
---*/
WITH ['0.0.0.0/0', '::/0'] AS everywhere
MATCH (cluster:AwsEksCluster)
WHERE cluster.is_endpoint_public = true
  AND any(block IN cluster.public_access_cidrs WHERE block IN everywhere)
RETURN cluster AS resource, {
  expected: 'private, or known addresses only', actual: cluster.public_access_cidrs
} AS evidence
