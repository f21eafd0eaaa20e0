/*---
title: No server certificate in IAM is about to run out
resource: AwsIamServerCertificate
severity: medium
policy: aws-certificates
why: IAM renews nothing by itself. On the day it runs out, what is served with it can't be reached.
fix:
  console: >-
    In Certificate Manager, Request, a certificate for the same names; it renews itself. Then choose
    it where {name} is in use.
  cli: >-
    aws acm request-certificate --validation-method DNS --domain-name "${DOMAIN:?the name that it is
    for}"
  terraform: |
    resource "aws_acm_certificate" "this" {
      domain_name       = var.domain
      validation_method = "DNS"
    }
applies: >-
  MATCH (certificate:AwsIamServerCertificate) WHERE certificate.expires_at >= datetime() RETURN
  certificate AS resource
---*/
WITH 30 AS min_days
MATCH (certificate:AwsIamServerCertificate)
WHERE certificate.expires_at >= datetime()
  AND certificate.expires_at < datetime() + duration({days: min_days})
RETURN certificate AS resource, {expires_at: certificate.expires_at} AS evidence
