/*---
title: Databases keep their logs outside of themselves
resource: AwsRdsInstance
severity: low
policy: aws-logging
also: {prowler: [rds_instance_integration_cloudwatch_logs]}
why: Logs on the database are overwritten within days, and can be lost with it.
fix:
  console: >-
    RDS > Databases > {name} > Modify > Log exports > tick the logs > Continue > Apply immediately >
    Modify.
  cli: >-
    aws rds modify-db-instance --region {region} --db-instance-identifier {name}
    --cloudwatch-logs-export-configuration
    EnableLogTypes="${LOGS:?postgresql, or error, or another that {engine} has}"
  terraform: |
    resource "aws_db_instance" "this" {
      # ...
      enabled_cloudwatch_logs_exports = ["postgresql"] # or those that {engine} has
    }
applies: |
  MATCH (instance:AwsRdsInstance)
  WHERE instance.is_cluster_member = false
  RETURN instance AS resource
---*/
// What members of a cluster export is set on the cluster: see cluster_log_exports.
MATCH (instance:AwsRdsInstance)
WHERE size(instance.log_exports) = 0
  AND instance.is_cluster_member = false
RETURN instance AS resource, {
  expected: 'logs go to CloudWatch',
  actual: 'none does',
  engine: instance.engine
} AS evidence
