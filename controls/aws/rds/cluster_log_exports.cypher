/*---
title: Database clusters keep their logs outside of themselves
resource: AwsRdsCluster
severity: low
policy: aws-logging
also: {prowler: [rds_cluster_integration_cloudwatch_logs]}
why: Logs on the members are overwritten within days, and can be lost with them.
fix:
  console: >-
    RDS > Databases > {name} > Modify > Log exports > tick the logs > Continue > Apply immediately >
    Modify cluster.
  cli: >-
    aws rds modify-db-cluster --region {region} --db-cluster-identifier {name}
    --cloudwatch-logs-export-configuration
    EnableLogTypes="${LOGS:?postgresql, or audit, or another that {engine} has}"
  terraform: |
    resource "aws_rds_cluster" "this" {
      # ...
      enabled_cloudwatch_logs_exports = ["postgresql"] # or those that {engine} has
    }
---*/
MATCH (cluster:AwsRdsCluster)
WHERE size(cluster.log_exports) = 0
RETURN cluster AS resource, {
  expected: 'logs go to CloudWatch',
  actual: 'none does',
  engine: cluster.engine
} AS evidence
