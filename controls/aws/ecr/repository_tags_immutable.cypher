/*---
title: A tag stays on the image that it was put on
resource: AwsEcrRepository
severity: medium
policy: aws-containers
also: {prowler: [ecr_repositories_tag_immutability]}
why: >-
  Where a tag can be moved, whoever may push replaces what the next deployment starts, and nobody
  sees that it is another image.
fix:
  console: ECR > Repositories > {name} > Edit > Image tag mutability, Immutable > Save.
  cli: >-
    aws ecr put-image-tag-mutability --region {region} --repository-name {name}
    --image-tag-mutability IMMUTABLE
  terraform: |
    resource "aws_ecr_repository" "this" {
      name                 = "{name}"
      image_tag_mutability = "IMMUTABLE"
    }
---*/
WITH ['MUTABLE', 'MUTABLE_WITH_EXCLUSION'] AS mutable
MATCH (repository:AwsEcrRepository)
WHERE repository.tag_mutability IN mutable
RETURN repository AS resource, {
  expected: 'IMMUTABLE', actual: repository.tag_mutability
} AS evidence
