/*---
title: What containers use is measured
resource: AwsEcsCluster
severity: low
policy: aws-containers
also: {prowler: [ecs_cluster_container_insights_enabled]}
why: Work that an intruder makes containers do shows first in what they use.
fix:
  console: >-
    ECS > Clusters > {name} > Update cluster > Monitoring > Use Container Insights > Update.
  cli: >-
    aws ecs update-cluster-settings --region {region} --cluster {name}
    --settings name=containerInsights,value=enabled
  terraform: |
    resource "aws_ecs_cluster" "this" {
      name = "{name}"
      setting {
        name  = "containerInsights"
        value = "enabled"
      }
    }
---*/
MATCH (cluster:AwsEcsCluster)
WHERE cluster.container_insights = 'disabled'
RETURN cluster AS resource, {expected: 'enabled', actual: cluster.container_insights} AS evidence
