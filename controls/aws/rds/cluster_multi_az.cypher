/*---
title: Database clusters have members in several zones
resource: AwsRdsCluster
severity: medium
policy: aws-data-resilience
mandates: {cis-aws-6.0: ["3.2.4"]}
also: {prowler: [rds_cluster_multi_az]}
why: A zone that fails takes all members of a cluster with it where they are in one.
fix:
  console: >-
    RDS > Databases > {name} > Actions > Add reader > choose another availability zone > Add
    reader.
  cli: >-
    aws rds create-db-instance --region {region} --engine {engine} --db-cluster-identifier {name}
    --db-instance-identifier {name}-reader --db-instance-class "${CLASS:?such as db.r7g.large}"
    --availability-zone "${ZONE:?one without a member}"
  terraform: |
    resource "aws_rds_cluster_instance" "reader" {
      cluster_identifier = "{name}"
      identifier         = "{name}-reader"
      engine             = "{engine}"
      instance_class     = var.instance_class
      availability_zone  = var.another_zone
    }
---*/
MATCH (cluster:AwsRdsCluster)
WHERE cluster.is_multi_az = false
RETURN cluster AS resource, {expected: 'several zones', actual: 'one'} AS evidence
