/*---
title: Certificates that are in use hold for another 30 days
resource: AwsAcmCertificate
severity: high
policy: aws-certificates
also: {prowler: [acm_certificates_expiration_check]}
why: >-
  When it ends, nobody gets through any more, or learns to click warnings away. AWS renews what it
  can well before that, so here something is in its way.
fix:
  console: >-
    Certificate Manager > Certificates > {domain} > put back the validation records in DNS; an
    imported one: Reimport.
  cli: |
    aws acm describe-certificate --region {region} --certificate-arn {uid} \
      --query 'Certificate.[RenewalSummary,DomainValidationOptions]'
    # an imported one:
    aws acm import-certificate --region {region} --certificate-arn {uid} \
      --certificate fileb://certificate.pem --private-key fileb://key.pem \
      --certificate-chain fileb://chain.pem
  terraform: |
    resource "aws_acm_certificate" "this" {
      domain_name       = "{domain}"
      validation_method = "DNS" # AWS then renews it
      lifecycle {
        create_before_destroy = true
      }
    }
applies: |
  MATCH (certificate:AwsAcmCertificate)
  WHERE certificate.is_in_use = true
  RETURN certificate AS resource
---*/
WITH 30 AS min_days
MATCH (certificate:AwsAcmCertificate)
WHERE certificate.is_in_use = true
  AND certificate.expires_at < datetime() + duration({days: min_days})
RETURN certificate AS resource, {
  expires: certificate.expires_at, renewal: certificate.renewal,
  expected: 'another ' + min_days + ' days'
} AS evidence
