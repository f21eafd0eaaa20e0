/*---
title: Tables let in no account that is not known
resource: AwsDynamodbTable
severity: high
policy: aws-data-exposure
why: Who runs that account is not known here, and whoever gets into it gets at the table too.
fix:
  console: >-
    DynamoDB > Tables > {name} > Permissions > Resource-based policy for table > Edit policy > take
    the account out > Save changes.
  cli: |
    aws dynamodb get-resource-policy --region {region} --resource-arn {uid} \
      --query Policy --output text > policy.json
    # take the account out of policy.json; or delete the whole policy with delete-resource-policy
    aws dynamodb put-resource-policy --region {region} --resource-arn {uid} \
      --policy file://policy.json
  terraform: |
    resource "aws_dynamodb_resource_policy" "this" {
      resource_arn = "{uid}"
      policy       = data.aws_iam_policy_document.known_accounts_only.json
    }
---*/
MATCH (table:AwsDynamodbTable)-[:GRANTS_ACCESS_TO]->(grantee:Resource)
WHERE NOT EXISTS {
  MATCH (known:AwsAccount)
  WHERE grantee.uid CONTAINS '::' + known.id + ':'
}
WITH table, grantee ORDER BY grantee.uid
RETURN table AS resource, {lets_in: collect(grantee.uid)} AS evidence
