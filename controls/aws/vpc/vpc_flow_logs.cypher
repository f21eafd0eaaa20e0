/*---
title: Networks keep flow logs of what was rejected
resource: AwsVpc
severity: medium
policy: aws-logging
mandates: {cis-aws-6.0: ["4.7"]}
also: {prowler: [vpc_flow_logs_enabled]}
why: >-
  Who looks for a way in leaves a trail of refused connections, and who found one, of those that
  went through: without flow logs nobody can follow it.
fix:
  console: >-
    VPC > Your VPCs > {id} > Flow logs > Create flow log > Filter: All or Reject, a destination >
    Create flow log.
  cli: >-
    aws ec2 create-flow-logs --region {region} --resource-type VPC --resource-ids {id}
    --traffic-type ALL --log-destination-type s3
    --log-destination "${LOG_BUCKET_ARN:?ARN of the bucket for logs}"
  terraform: |
    resource "aws_flow_log" "this" {
      vpc_id               = "{id}"
      traffic_type         = "ALL"
      log_destination_type = "s3"
      log_destination      = var.log_bucket_arn
    }
applies: |
  MATCH (vpc:AwsVpc), (owner:AwsAccount)
  WHERE owner.id = vpc.account
  RETURN vpc AS resource
---*/
WITH ['ALL', 'REJECT'] AS traffic_types
MATCH (vpc:AwsVpc), (owner:AwsAccount)
WHERE owner.id = vpc.account  // the flow logs of a network that is only shared are not listed
  AND NOT EXISTS {
    (log:AwsFlowLog)-[:RECORDS]->(vpc)
    WHERE log.is_active = true AND log.traffic_type IN traffic_types
  }
RETURN vpc AS resource, {expected: 'a flow log of rejected traffic', actual: 'none'} AS evidence
