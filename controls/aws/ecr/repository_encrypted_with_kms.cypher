/*---
title: Images are encrypted with a KMS key
resource: AwsEcrRepository
severity: low
policy: aws-encryption
why: A key of AWS KMS can be taken away from who should no longer read, and logs tell of its use.
fix:
  console: >-
    The encryption of a repository can't be changed. ECR > Repositories > Create repository >
    Encryption, AWS KMS; then push the images of {name} there, and delete it.
  cli: >-
    aws ecr create-repository --region {region} --repository-name {name}-encrypted
    --encryption-configuration encryptionType=KMS
  terraform: |
    resource "aws_ecr_repository" "this" {
      name = "{name}-encrypted" # Terraform makes it anew: copy the images first
      encryption_configuration {
        encryption_type = "KMS"
      }
    }
---*/
MATCH (repository:AwsEcrRepository)
WHERE NOT EXISTS { (repository)-[:ENCRYPTED_BY]->(:Resource) }
RETURN repository AS resource, {
  expected: 'a KMS key', actual: repository.encryption
} AS evidence
