/*---
title: Listeners refuse TLS before version 1.2
resource: AwsLoadBalancerListener
severity: medium
policy: aws-load-balancing
also: {prowler: [elbv2_insecure_ssl_ciphers]}
why: >-
  TLS 1.0 and 1.1 have known flaws, and can be forced on clients that would speak a later version.
fix:
  console: >-
    EC2 > Load Balancers > Listeners and rules > {name} > Edit listener > Security policy > the
    recommended one > Save changes.
  cli: >-
    aws elbv2 modify-listener --region {region} --listener-arn {uid} --ssl-policy
    ELBSecurityPolicy-TLS13-1-2-2021-06
  terraform: |
    resource "aws_lb_listener" "this" {
      # ...
      ssl_policy = "ELBSecurityPolicy-TLS13-1-2-2021-06"
    }
applies: |
  MATCH (listener:AwsLoadBalancerListener)
  WHERE listener.ssl_policy IS NOT NULL
  RETURN listener AS resource
---*/
WITH [
  'ELBSecurityPolicy-2015-05', 'ELBSecurityPolicy-2016-08', 'ELBSecurityPolicy-FS-2018-06',
  'ELBSecurityPolicy-FS-1-1-2019-08', 'ELBSecurityPolicy-TLS-1-0-2015-04',
  'ELBSecurityPolicy-TLS-1-1-2017-01', 'ELBSecurityPolicy-TLS13-1-0-2021-06',
  'ELBSecurityPolicy-TLS13-1-1-2021-06', 'ELBSecurityPolicy-TLS13-1-0-FIPS-2023-04',
  'ELBSecurityPolicy-TLS13-1-1-FIPS-2023-04', 'ELBSecurityPolicy-TLS13-1-0-PQ-2025-09',
  'ELBSecurityPolicy-TLS13-1-0-FIPS-PQ-2025-09', 'ELBSecurityPolicy-TLS13-1-1-FIPS-PQ-2025-09'
] AS old_policies
MATCH (listener:AwsLoadBalancerListener)
WHERE listener.ssl_policy IN old_policies
RETURN listener AS resource, {
  expected: 'a policy of TLS 1.2 or later',
  actual: listener.ssl_policy
} AS evidence
