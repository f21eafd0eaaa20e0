/*---
title: What containers print is kept
resource: AwsEcsTaskDefinition
severity: medium
policy: aws-logging
also: {prowler: [ecs_task_definitions_logging_enabled]}
why: Without it, what a container did is gone with the container.
fix:
  console: >-
    ECS > Task definitions > {family} > Create new revision > Use log collection for each container
    > Create; then update what runs it.
  cli: |
    aws ecs describe-task-definition --region {region} --task-definition {name} \
      --query 'taskDefinition.{family:family,networkMode:networkMode,taskRoleArn:taskRoleArn,
      executionRoleArn:executionRoleArn,volumes:volumes,cpu:cpu,memory:memory,
      containerDefinitions:containerDefinitions}' |
      jq '.containerDefinitions[].logConfiguration //= {logDriver: "awslogs", options: {
        "awslogs-group": "/ecs/{family}", "awslogs-region": "{region}",
        "awslogs-stream-prefix": "ecs", "awslogs-create-group": "true"}} | del(.. | nulls)' \
      > task.json
    aws ecs register-task-definition --region {region} --cli-input-json file://task.json
  terraform: |
    resource "aws_ecs_task_definition" "this" {
      family = "{family}"
      container_definitions = jsonencode([{
        name = "app"
        logConfiguration = {
          logDriver = "awslogs"
          options = {
            awslogs-group         = "/ecs/{family}"
            awslogs-region        = "{region}"
            awslogs-stream-prefix = "ecs"
          }
        }
      }])
    }
---*/
MATCH (task:AwsEcsTaskDefinition)
WHERE size(task.unlogged_containers) > 0
RETURN task AS resource, {not_kept: task.unlogged_containers} AS evidence
