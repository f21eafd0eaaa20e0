/*---
title: Database clusters can't be deleted by mistake
resource: AwsRdsCluster
severity: medium
policy: aws-data-resilience
also: {prowler: [rds_cluster_deletion_protection]}
why: With a cluster that is deleted, its automated backups may go too.
fix:
  console: >-
    RDS > Databases > {name} > Modify > tick Enable deletion protection > Continue > Apply
    immediately > Modify cluster.
  cli: >-
    aws rds modify-db-cluster --region {region} --db-cluster-identifier {name}
    --deletion-protection --apply-immediately
  terraform: |
    resource "aws_rds_cluster" "this" {
      # ...
      deletion_protection = true
    }
---*/
MATCH (cluster:AwsRdsCluster)
WHERE cluster.is_deletion_protected = false
RETURN cluster AS resource, {expected: 'protected', actual: 'not protected'} AS evidence
