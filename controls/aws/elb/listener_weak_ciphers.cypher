/*---
title: Classic listeners offer no broken ciphers
resource: AwsClassicLoadBalancerListener
severity: medium
policy: aws-load-balancing
why: What was sent with such a cipher can be read later by whoever kept a copy.
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
applies: |
  MATCH (listener:AwsClassicLoadBalancerListener)
  WHERE listener.protocol IN ['HTTPS', 'SSL']
  RETURN listener AS resource
---*/
WITH ['RC2', 'RC4', 'DES', 'MD5', 'EXP-', 'NULL', 'ADH'] AS broken
MATCH (listener:AwsClassicLoadBalancerListener)
WHERE any(
  cipher IN listener.tls_ciphers
  WHERE any(part IN broken WHERE cipher CONTAINS part)
)
RETURN listener AS resource, {
  offered: [c IN listener.tls_ciphers WHERE any(part IN broken WHERE c CONTAINS part)],
  policy: listener.tls_policy
} AS evidence
