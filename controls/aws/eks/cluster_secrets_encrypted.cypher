/*---
title: Kubernetes secrets are encrypted with a KMS key
resource: AwsEksCluster
severity: medium
policy: aws-encryption
also: {prowler: [eks_cluster_kms_cmk_encryption_in_secrets_enabled]}
why: >-
  With a key of one's own, a copy of what the cluster stores is worth nothing, and each use of the
  key is on record.
fix:
  console: EKS > Clusters > {name} > Overview > Secrets encryption > Enable > choose a key > Enable.
  cli: >-
    aws eks associate-encryption-config --region {region} --cluster-name {name} --encryption-config
    "resources=secrets,provider={keyArn=${KEY_ARN:?ARN of a KMS key}}"
  terraform: |
    resource "aws_eks_cluster" "this" {
      name = "{name}"
      encryption_config {
        resources = ["secrets"]
        provider {
          key_arn = aws_kms_key.this.arn
        }
      }
    }
---*/
MATCH (cluster:AwsEksCluster)
WHERE cluster.encrypts_secrets = false
RETURN cluster AS resource, {expected: 'a KMS key for secrets', actual: 'none'} AS evidence
