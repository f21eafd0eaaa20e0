/*---
title: Endpoint policies say who may go where
resource: AwsVpcEndpoint
severity: medium
policy: aws-network-exposure
also: {prowler: [vpc_endpoint_connections_trust_boundaries]}
why: >-
  With the policy that AWS puts there, whoever is inside takes your data out to an account of their
  own, with keys of their own, by a way that no firewall sees.
fix:
  console: >-
    VPC > Endpoints > {id} > Policy > Edit policy > add a condition on aws:PrincipalOrgID or
    aws:ResourceOrgID, or name principals and resources > Save.
  cli: |
    aws ec2 modify-vpc-endpoint --region {region} --vpc-endpoint-id {id} --policy-document \
      '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"*",
       "Resource":"*","Condition":{"StringEquals":{"aws:PrincipalAccount":"{account}"}}}]}'
  terraform: |
    data "aws_iam_policy_document" "endpoint" {
      statement {
        actions   = ["*"]
        resources = ["*"]
        principals {
          type        = "*"
          identifiers = ["*"]
        }
        condition {
          test     = "StringEquals"
          variable = "aws:PrincipalAccount"
          values   = ["{account}"]
        }
      }
    }
applies: |
  MATCH (endpoint:AwsVpcEndpoint)
  WHERE endpoint.policy IS NOT NULL
  RETURN endpoint AS resource
---*/
MATCH (endpoint:AwsVpcEndpoint)
WHERE size(endpoint.policy_open_actions) > 0
RETURN endpoint AS resource, {
  service: endpoint.service_name,
  anyone_may: endpoint.policy_open_actions
} AS evidence
