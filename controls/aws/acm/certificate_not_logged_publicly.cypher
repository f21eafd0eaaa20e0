/*---
title: Certificates stand in the public logs
resource: AwsAcmCertificate
severity: low
policy: aws-certificates
also: {prowler: [acm_certificates_transparency_logs_enabled]}
why: >-
  Browsers refuse certificates that are not in the logs of certificate transparency, and there one
  sees those that somebody else got for one's name.
fix:
  console: >-
    The console can't change it; see the command line.
  cli: >-
    aws acm update-certificate-options --region {region} --certificate-arn {uid}
    --options CertificateTransparencyLoggingPreference=ENABLED
  terraform: |
    resource "aws_acm_certificate" "this" {
      domain_name       = "{domain}"
      validation_method = "DNS"
      options {
        certificate_transparency_logging_preference = "ENABLED"
      }
    }
applies: |
  MATCH (certificate:AwsAcmCertificate)
  WHERE certificate.is_logged_publicly IS NOT NULL
  RETURN certificate AS resource
---*/
MATCH (certificate:AwsAcmCertificate)
WHERE certificate.is_logged_publicly = false
RETURN certificate AS resource, {expected: 'ENABLED', actual: 'DISABLED'} AS evidence
