/*---
title: Search domains record who does what
resource: AwsOpensearchDomain
severity: medium
policy: aws-logging
also: {prowler: [opensearch_service_domains_audit_logging_enabled]}
why: Without the record nobody can tell who signed in, and what was read or changed.
fix:
  console: >-
    OpenSearch Service > Domains > {name} > Logs > Audit logs > Enable; then Dashboards > Security >
    Audit logs > Enable. Fine-grained access control has to be on.
  cli: >-
    aws opensearch update-domain-config --region {region} --domain-name {name}
    --log-publishing-options
    "AUDIT_LOGS={CloudWatchLogsLogGroupArn=${GROUP:?ARN of a log group},Enabled=true}"
  terraform: |
    resource "aws_opensearch_domain" "this" {
      # ...
      log_publishing_options {
        log_type                 = "AUDIT_LOGS"
        cloudwatch_log_group_arn = aws_cloudwatch_log_group.audit.arn
      }
    }
---*/
MATCH (domain:AwsOpensearchDomain)
WHERE NOT 'AUDIT_LOGS' IN domain.log_types
RETURN domain AS resource, {expected: 'AUDIT_LOGS', actual: domain.log_types} AS evidence
