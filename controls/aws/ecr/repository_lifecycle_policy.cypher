/*---
title: Old images go by themselves
resource: AwsEcrRepository
severity: low
policy: aws-containers
also: {prowler: [ecr_repositories_lifecycle_policy_enabled]}
why: Images that nobody needs cost, and can be started with all the flaws found since.
fix:
  console: ECR > Repositories > {name} > Lifecycle policy > Create rule, for untagged images > Save.
  cli: |
    aws ecr put-lifecycle-policy --region {region} --repository-name {name} \
      --lifecycle-policy-text '{"rules":[{"rulePriority":1,"selection":{"tagStatus":"untagged",
      "countType":"sinceImagePushed","countUnit":"days","countNumber":14},
      "action":{"type":"expire"}}]}'
  terraform: |
    resource "aws_ecr_lifecycle_policy" "this" {
      repository = "{name}"
      policy = jsonencode({
        rules = [{
          rulePriority = 1
          selection = {
            tagStatus   = "untagged"
            countType   = "sinceImagePushed"
            countUnit   = "days"
            countNumber = 14
          }
          action = { type = "expire" }
        }]
      })
    }
---*/
MATCH (repository:AwsEcrRepository)
WHERE repository.lifecycle_policy IS NULL
RETURN repository AS resource, {expected: 'a lifecycle policy'} AS evidence
