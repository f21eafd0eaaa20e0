/*---
title: Containers can't change their own programs
resource: AwsEcsTaskDefinition
severity: medium
policy: aws-containers
also: {prowler: [ecs_task_definitions_containers_readonly_access]}
why: >-
  On a root file system that can't be written to, an intruder finds no place for what they bring.
fix:
  console: >-
    ECS > Task definitions > {family} > Create new revision > Read only root file system for each
    container, and a volume for what it has to write > Create; then update what runs it.
  cli: |
    aws ecs describe-task-definition --region {region} --task-definition {name} \
      --query 'taskDefinition.{family:family,networkMode:networkMode,taskRoleArn:taskRoleArn,
      executionRoleArn:executionRoleArn,volumes:volumes,cpu:cpu,memory:memory,
      containerDefinitions:containerDefinitions}' |
      jq '.containerDefinitions[].readonlyRootFilesystem = true | del(.. | nulls)' > task.json
    aws ecs register-task-definition --region {region} --cli-input-json file://task.json
  terraform: |
    resource "aws_ecs_task_definition" "this" {
      family                = "{family}"
      container_definitions = jsonencode([{ name = "app", readonlyRootFilesystem = true }])
    }
applies: |
  MATCH (task:AwsEcsTaskDefinition)
  WHERE task.os_family IS NULL OR NOT task.os_family STARTS WITH 'WINDOWS'
  RETURN task AS resource
---*/
MATCH (task:AwsEcsTaskDefinition)
WHERE size(task.writable_containers) > 0
  AND (task.os_family IS NULL OR NOT task.os_family STARTS WITH 'WINDOWS')
RETURN task AS resource, {writable: task.writable_containers} AS evidence
