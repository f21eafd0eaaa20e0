/*---
title: Server certificates in IAM are replaced within a year or so
resource: AwsIamServerCertificate
severity: low
policy: aws-certificates
why: >-
  Its private key was copied here by hand, so there are copies elsewhere. Browsers take no
  certificate that is valid for longer than 398 days; a private one should last no longer.
fix:
  console: >-
    In Certificate Manager, Request, a certificate for the same names: its key never leaves AWS, and
    it renews itself.
  cli: >-
    aws acm request-certificate --validation-method DNS --domain-name "${DOMAIN:?the name that it is
    for}"
  terraform: |
    resource "aws_acm_certificate" "this" {
      domain_name       = var.domain
      validation_method = "DNS"
    }
---*/
WITH 398 AS max_days
MATCH (certificate:AwsIamServerCertificate)
WHERE certificate.created_at < datetime() - duration({days: max_days})
RETURN certificate AS resource, {uploaded_at: certificate.created_at} AS evidence
