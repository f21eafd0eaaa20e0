/*---
title: Services that the internet reaches have no role that may do everything
resource: AwsEcsService
severity: critical
policy: aws-network-exposure
why: >-
  One flaw in what the service serves gives the whole account away: its containers get the
  credentials of the task's role.
fix:
  console: >-
    ECS > Task definitions > the service's > Create new revision > Task role, one that allows only
    what the service needs > Create; then update {name} to it.
  cli: |
    cluster=$(echo {uid} | cut -d/ -f2)
    aws ecs describe-services --region {region} --cluster "$cluster" --services {name} \
      --query 'services[0].taskDefinition' --output text
    # register a revision with a role that allows less (aws ecs register-task-definition), then:
    aws ecs update-service --region {region} --cluster "$cluster" --service {name} \
      --task-definition "${TASK_DEFINITION:?family and revision}"
  terraform: |
    resource "aws_ecs_task_definition" "this" {
      # ...
      task_role_arn = aws_iam_role.least_privilege.arn
    }
---*/
MATCH (service:AwsEcsService)-[:RUNS]->(task:AwsEcsTaskDefinition)-[has:HAS_ROLE]->(role:AwsIamRole)
WHERE has.is_task_role = true
MATCH (role)-[:HAS_POLICY|HAS_INLINE_POLICY]->(policy:AwsIamPolicy|AwsIamInlinePolicy)
WHERE policy.allows_everything = true
  AND NOT EXISTS {
    (role)-[:BOUNDED_BY]->(boundary:AwsIamPolicy) WHERE boundary.allows_everything = false
  }
CALL (service) {
  MATCH (balancer:AwsLoadBalancer)-[:FORWARDS_TO]->(targets:AwsTargetGroup)-[:ROUTES_TO]->(service)
  WHERE balancer.is_internet_facing = true
  RETURN [balancer.uid, targets.uid] AS entry
  UNION
  MATCH (service)-[:MEMBER_OF]->(group:AwsSecurityGroup)-[:HAS_RULE]->(rule:AwsSecurityGroupRule)
  WHERE service.assigns_public_ips = true
    AND rule.is_egress = false
    AND rule.is_open_to_internet = true
  RETURN [rule.uid, group.uid] AS entry
}
RETURN service AS resource, {
  path: min(entry + [service.uid, task.uid, role.uid, policy.uid])
} AS evidence
