/*---
title: Queries for public zones are logged
resource: AwsRoute53Zone
severity: low
policy: aws-logging
also: {prowler: [route53_public_hosted_zones_cloudwatch_logging_enabled]}
why: The log shows which names are asked for, those that nobody should know among them.
fix:
  console: >-
    Route 53 > Hosted zones > {name} > Configure query logging > a log group of us-east-1 > Create.
  cli: |
    aws logs create-log-group --region us-east-1 --log-group-name /aws/route53/{name}
    aws logs put-resource-policy --region us-east-1 --policy-name route53 --policy-document \
      '{"Version":"2012-10-17","Statement":[{"Effect":"Allow",
       "Principal":{"Service":"route53.amazonaws.com"},
       "Action":["logs:CreateLogStream","logs:PutLogEvents"],
       "Resource":"arn:{partition}:logs:us-east-1:{account}:log-group:/aws/route53/*"}]}'
    aws route53 create-query-logging-config --hosted-zone-id {id} --cloud-watch-logs-log-group-arn \
      arn:{partition}:logs:us-east-1:{account}:log-group:/aws/route53/{name}
  terraform: |
    resource "aws_route53_query_log" "this" {
      zone_id                  = "{id}"
      cloudwatch_log_group_arn = aws_cloudwatch_log_group.route53.arn # of us-east-1
    }
applies: MATCH (zone:AwsRoute53Zone) WHERE zone.is_private = false RETURN zone AS resource
---*/
MATCH (zone:AwsRoute53Zone)
WHERE zone.is_private = false AND zone.is_query_logged = false
RETURN zone AS resource, {expected: 'query logging', actual: 'off'} AS evidence
