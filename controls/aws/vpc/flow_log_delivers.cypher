/*---
title: Flow logs reach their destination
resource: AwsFlowLog
severity: medium
policy: aws-logging
why: A flow log that can't deliver looks like one that does, until somebody needs it.
fix:
  console: >-
    VPC > Your VPCs, Subnets or EC2 > Network interfaces > Flow logs > {id} > read the error: make
    the destination, let the role write to it, or delete the flow log and create it anew.
  cli: |
    aws ec2 describe-flow-logs --region {region} --flow-log-ids {id} --query \
      'FlowLogs[].[DeliverLogsErrorMessage,DeliverLogsPermissionArn,LogGroupName,LogDestination]'
    aws logs create-log-group --region {region} --log-group-name "${LOG_GROUP:?as shown}"
    aws iam put-role-policy --role-name "${ROLE:?of the ARN shown}" --policy-name flow-logs \
      --policy-document '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Resource":"*",
       "Action":["logs:CreateLogStream","logs:PutLogEvents","logs:DescribeLogGroups",
       "logs:DescribeLogStreams"]}]}'
  terraform: |
    data "aws_iam_policy_document" "flow_logs" {
      statement {
        actions = [
          "logs:CreateLogStream", "logs:PutLogEvents",
          "logs:DescribeLogGroups", "logs:DescribeLogStreams",
        ]
        resources = ["*"]
      }
    }
    resource "aws_iam_role_policy" "flow_logs" {
      role   = var.flow_log_role
      policy = data.aws_iam_policy_document.flow_logs.json
    }
---*/
MATCH (log:AwsFlowLog)
WHERE log.delivery_status = 'FAILED'
RETURN log AS resource, {expected: 'SUCCESS', actual: log.delivery_error} AS evidence
