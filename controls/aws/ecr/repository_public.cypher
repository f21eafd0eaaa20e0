/*---
title: Repositories are not open to anyone
resource: AwsEcrRepository
severity: critical
policy: aws-containers
also: {prowler: [ecr_repositories_not_publicly_accessible]}
why: >-
  Images hold code, and often what should not be in code; who may push decides what you run.
fix:
  console: >-
    ECR > Repositories > {name} > Permissions > Edit > name the accounts or roles that need it
    instead of everyone > Save.
  cli: |
    aws ecr set-repository-policy --region {region} --repository-name {name} --policy-text \
      '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"{account}"},
       "Action":["ecr:BatchGetImage","ecr:GetDownloadUrlForLayer"]}]}'
  terraform: |
    data "aws_iam_policy_document" "repository" {
      statement {
        actions = ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]
        principals {
          type        = "AWS"
          identifiers = ["{account}"]
        }
      }
    }
    resource "aws_ecr_repository_policy" "this" {
      repository = "{name}"
      policy     = data.aws_iam_policy_document.repository.json
    }
---*/
MATCH (repository:AwsEcrRepository)
WHERE size(repository.policy_public_actions) > 0
RETURN repository AS resource, {anyone_may: repository.policy_public_actions} AS evidence
