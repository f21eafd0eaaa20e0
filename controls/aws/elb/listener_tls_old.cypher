/*---
title: Classic listeners refuse TLS before version 1.2
resource: AwsClassicLoadBalancerListener
severity: medium
policy: aws-load-balancing
also: {prowler: [elb_insecure_ssl_ciphers]}
why: >-
  TLS 1.0 and 1.1 have known flaws, and can be forced on clients that would speak a later version.
fix:
  console: >-
    EC2 > Load Balancers > the load balancer > Listeners > Manage listeners > port {port} > Security
    policy > ELBSecurityPolicy-TLS-1-2-2017-01 > Save changes.
  cli: |
    balancer=$(basename "$(dirname "$(dirname '{uid}')")")
    aws elb create-load-balancer-policy --region {region} --load-balancer-name "$balancer" \
      --policy-name tls-1-2 --policy-type-name SSLNegotiationPolicyType --policy-attributes \
      AttributeName=Reference-Security-Policy,AttributeValue=ELBSecurityPolicy-TLS-1-2-2017-01
    aws elb set-load-balancer-policies-of-listener --region {region} \
      --load-balancer-name "$balancer" --load-balancer-port {port} --policy-names tls-1-2
  terraform: |
    resource "aws_load_balancer_policy" "tls" {
      load_balancer_name = var.load_balancer_name
      policy_name        = "tls-1-2"
      policy_type_name   = "SSLNegotiationPolicyType"
      policy_attribute {
        name  = "Reference-Security-Policy"
        value = "ELBSecurityPolicy-TLS-1-2-2017-01"
      }
    }
    resource "aws_load_balancer_listener_policy" "tls" {
      load_balancer_name = var.load_balancer_name
      load_balancer_port = {port}
      policy_names       = [aws_load_balancer_policy.tls.policy_name]
    }
applies: |
  MATCH (listener:AwsClassicLoadBalancerListener)
  WHERE listener.protocol IN ['HTTPS', 'SSL']
  RETURN listener AS resource
---*/
WITH ['SSLv2', 'SSLv3', 'TLSv1', 'TLSv1.1'] AS old_versions
MATCH (listener:AwsClassicLoadBalancerListener)
WHERE any(version IN listener.tls_protocols WHERE version IN old_versions)
RETURN listener AS resource, {
  expected: 'TLSv1.2',
  actual: listener.tls_protocols,
  policy: listener.tls_policy
} AS evidence
