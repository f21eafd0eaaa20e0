/*---
title: Clusters run a version of Kubernetes that AWS still mends
resource: AwsEksCluster
severity: high
policy: aws-kubernetes
also: {prowler: [eks_cluster_uses_a_supported_version]}
why: >-
  Flaws that are found in a version after the end of its extended support stay, until AWS moves the
  cluster on at a time of its own choosing.
fix:
  console: >-
    EKS > Clusters > {name} > Update version > the next one, and again until it is a current one;
    the nodes after each step.
  cli: >-
    aws eks update-cluster-version --region {region} --name {name}
    --kubernetes-version "${VERSION:?the next minor version}"
  terraform: |
    resource "aws_eks_cluster" "this" {
      name    = "{name}"
      version = var.next_version # one minor version at a time, from {version}
    }
---*/
WITH [
  '1.10 2019-07-22', '1.11 2019-11-04', '1.12 2020-05-11', '1.13 2020-06-30', '1.14 2020-12-08',
  '1.15 2021-05-03', '1.16 2021-09-27', '1.17 2021-11-02', '1.18 2022-08-15', '1.19 2022-08-01',
  '1.20 2022-11-01', '1.21 2023-02-16', '1.22 2023-06-04', '1.23 2024-10-11', '1.24 2025-01-31',
  '1.25 2025-05-01', '1.26 2025-06-11', '1.27 2025-07-24', '1.28 2025-11-26', '1.29 2026-03-23',
  '1.30 2026-07-23', '1.31 2026-11-26', '1.32 2027-03-23', '1.33 2027-07-29', '1.34 2027-12-02',
  '1.35 2028-03-27'
] AS last_days
MATCH (cluster:AwsEksCluster)
UNWIND last_days AS last
WITH cluster, split(last, ' ')[0] AS version, datetime(split(last, ' ')[1]) AS last_day
WHERE version = cluster.version AND last_day < datetime()
RETURN cluster AS resource, {version: version, supported_until: toString(last_day)} AS evidence
