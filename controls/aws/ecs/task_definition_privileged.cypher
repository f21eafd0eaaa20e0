/*---
title: No container is privileged
resource: AwsEcsTaskDefinition
severity: high
policy: aws-containers
also: {prowler: [ecs_task_definitions_no_privileged_containers]}
why: A privileged container is root on its machine, and so reaches every other container there.
fix:
  console: >-
    ECS > Task definitions > {family} > Create new revision > take Privileged off each container >
    Create; then update what runs it.
  cli: |
    aws ecs describe-task-definition --region {region} --task-definition {name} \
      --query 'taskDefinition.{family:family,networkMode:networkMode,taskRoleArn:taskRoleArn,
      executionRoleArn:executionRoleArn,volumes:volumes,cpu:cpu,memory:memory,
      containerDefinitions:containerDefinitions}' |
      jq 'del(.containerDefinitions[].privileged) | del(.. | nulls)' > task.json
    aws ecs register-task-definition --region {region} --cli-input-json file://task.json
  terraform: |
    resource "aws_ecs_task_definition" "this" {
      family                = "{family}"
      container_definitions = jsonencode([{ name = "app", privileged = false }]) # and the rest
    }
---*/
MATCH (task:AwsEcsTaskDefinition)
WHERE size(task.privileged_containers) > 0
RETURN task AS resource, {privileged: task.privileged_containers} AS evidence
