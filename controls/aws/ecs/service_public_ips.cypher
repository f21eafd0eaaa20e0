/*---
title: Tasks have no public addresses
resource: AwsEcsService
severity: medium
policy: aws-network-exposure
also: {prowler: [ecs_service_no_assign_public_ip, ecs_task_set_no_assign_public_ip]}
why: >-
  A public address leads around the load balancer and what it filters, straight to the container.
fix:
  console: >-
    ECS > Clusters > the service's cluster > {name} > Update service > Networking > private subnets,
    Public IP off > Update.
  cli: |
    cluster=$(echo {uid} | cut -d/ -f2)
    aws ecs update-service --region {region} --cluster "$cluster" --service {name} \
      --network-configuration "awsvpcConfiguration={subnets=[$PRIVATE_SUBNETS],
      securityGroups=[$SECURITY_GROUPS],assignPublicIp=DISABLED}"
  terraform: |
    resource "aws_ecs_service" "this" {
      name = "{name}"
      network_configuration {
        subnets          = var.private_subnets
        assign_public_ip = false
      }
    }
---*/
MATCH (service:AwsEcsService)
WHERE service.assigns_public_ips = true
RETURN service AS resource, {expected: 'private addresses only'} AS evidence
