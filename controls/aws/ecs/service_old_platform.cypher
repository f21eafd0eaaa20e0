/*---
title: Services run on the last version of Fargate
resource: AwsEcsService
severity: medium
policy: aws-containers
also: {prowler: [ecs_service_fargate_latest_platform_version]}
why: AWS mends what is found in Fargate in its last version; an older one is asked for by number.
fix:
  console: >-
    ECS > Clusters > the service's cluster > {name} > Update service > Platform version, LATEST >
    Update.
  cli: |
    cluster=$(echo {uid} | cut -d/ -f2)
    aws ecs update-service --region {region} --cluster "$cluster" --service {name} \
      --platform-version LATEST --force-new-deployment
  terraform: |
    resource "aws_ecs_service" "this" {
      name             = "{name}"
      platform_version = "LATEST"
    }
applies: |
  MATCH (service:AwsEcsService)
  WHERE service.platform_version IS NOT NULL
  RETURN service AS resource
---*/
WITH ['LATEST', '1.4.0'] AS of_linux, ['LATEST', '1.0.0'] AS of_windows
MATCH (service:AwsEcsService)
WHERE (
    service.platform_family STARTS WITH 'Windows' AND NOT service.platform_version IN of_windows
  ) OR (
    (service.platform_family IS NULL OR NOT service.platform_family STARTS WITH 'Windows')
    AND NOT service.platform_version IN of_linux
  )
RETURN service AS resource, {expected: 'LATEST', actual: service.platform_version} AS evidence
