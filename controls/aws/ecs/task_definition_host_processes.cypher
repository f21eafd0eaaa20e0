/*---
title: Containers see no processes and no memory of their machine
resource: AwsEcsTaskDefinition
severity: high
policy: aws-containers
also: {prowler: [ecs_task_definitions_host_namespace_not_shared]}
why: >-
  A container that sees the processes of its machine can read what they hold, and end them.
fix:
  console: >-
    ECS > Task definitions > {family} > Create new revision with JSON > take pidMode and ipcMode out
    > Create; then update what runs it.
  cli: |
    aws ecs describe-task-definition --region {region} --task-definition {name} \
      --query 'taskDefinition.{family:family,networkMode:networkMode,taskRoleArn:taskRoleArn,
      executionRoleArn:executionRoleArn,volumes:volumes,cpu:cpu,memory:memory,
      containerDefinitions:containerDefinitions}' | jq 'del(.. | nulls)' > task.json
    aws ecs register-task-definition --region {region} --cli-input-json file://task.json
  terraform: |
    resource "aws_ecs_task_definition" "this" {
      family   = "{family}"
      pid_mode = "task" # and no ipc_mode = "host"
    }
---*/
MATCH (task:AwsEcsTaskDefinition)
WHERE task.pid_mode = 'host' OR task.ipc_mode = 'host'
RETURN task AS resource, {pid_mode: task.pid_mode, ipc_mode: task.ipc_mode} AS evidence
