/*---
title: Kubernetes control planes log everything they can
resource: AwsEksCluster
severity: medium
policy: aws-logging
also: {prowler: [eks_control_plane_logging_all_types_enabled]}
why: Who did what inside the cluster stands in these logs, and nowhere else.
fix:
  console: EKS > Clusters > {name} > Observability > Control plane logs > Manage > all on > Save.
  cli: |
    aws eks update-cluster-config --region {region} --name {name} --logging \
      '{"clusterLogging":[{"enabled":true,"types":
       ["api","audit","authenticator","controllerManager","scheduler"]}]}'
  terraform: |
    resource "aws_eks_cluster" "this" {
      name = "{name}"
      enabled_cluster_log_types = [
        "api", "audit", "authenticator", "controllerManager", "scheduler"
      ]
    }
---*/
WITH ['api', 'audit', 'authenticator', 'controllerManager', 'scheduler'] AS wanted
MATCH (cluster:AwsEksCluster)
WHERE any(type IN wanted WHERE NOT type IN cluster.log_types)
RETURN cluster AS resource, {expected: wanted, actual: cluster.log_types} AS evidence
