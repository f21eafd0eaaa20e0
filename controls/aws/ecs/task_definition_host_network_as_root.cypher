/*---
title: No container on the network of its machine may be root
resource: AwsEcsTaskDefinition
severity: high
policy: aws-containers
also: {prowler: [ecs_task_definitions_host_networking_mode_users]}
why: >-
  On the machine's network, root listens in, takes any port, and gets the machine's own role from
  its metadata.
fix:
  console: >-
    ECS > Task definitions > {family} > Create new revision > Network mode awsvpc, or a User other
    than root for each container > Create; then update what runs it.
  cli: |
    aws ecs describe-task-definition --region {region} --task-definition {name} \
      --query 'taskDefinition.{family:family,taskRoleArn:taskRoleArn,
      executionRoleArn:executionRoleArn,volumes:volumes,cpu:cpu,memory:memory,
      containerDefinitions:containerDefinitions}' |
      jq '.containerDefinitions[].user = "1000" | del(.. | nulls)' > task.json
    aws ecs register-task-definition --region {region} --network-mode host \
      --cli-input-json file://task.json
  terraform: |
    resource "aws_ecs_task_definition" "this" {
      family                = "{family}"
      network_mode          = "awsvpc"
      container_definitions = jsonencode([{ name = "app", user = "1000" }]) # and the rest
    }
applies: |
  MATCH (task:AwsEcsTaskDefinition)
  WHERE task.network_mode = 'host'
  RETURN task AS resource
---*/
MATCH (task:AwsEcsTaskDefinition)
WHERE task.network_mode = 'host' AND size(task.root_containers) > 0
RETURN task AS resource, {root_or_not_said: task.root_containers} AS evidence
