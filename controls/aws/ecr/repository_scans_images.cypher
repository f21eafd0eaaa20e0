/*---
title: Images are scanned when they are pushed, or all the time
resource: AwsEcrRepository
severity: medium
policy: aws-containers
also: {prowler: [ecr_repositories_scan_images_on_push_enabled]}
why: A known flaw in an image is found by a scan, or by somebody else.
fix:
  console: >-
    ECR > Private registry > Features & Settings > Scanning > Edit > add a scan on push filter that
    fits {name} > Save.
  cli: |
    aws ecr put-registry-scanning-configuration --region {region} --scan-type BASIC --rules \
      '[{"scanFrequency":"SCAN_ON_PUSH",
        "repositoryFilters":[{"filter":"*","filterType":"WILDCARD"}]}]'
  terraform: |
    resource "aws_ecr_registry_scanning_configuration" "this" {
      scan_type = "BASIC"
      rule {
        scan_frequency = "SCAN_ON_PUSH"
        repository_filter {
          filter      = "*"
          filter_type = "WILDCARD"
        }
      }
    }
---*/
MATCH (repository:AwsEcrRepository)
WHERE repository.scan_frequency = 'MANUAL'
RETURN repository AS resource, {
  expected: 'SCAN_ON_PUSH or CONTINUOUS_SCAN', actual: repository.scan_frequency
} AS evidence
