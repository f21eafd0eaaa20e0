/*---
title: No renewal of a certificate waits or has failed
resource: AwsAcmCertificate
severity: medium
policy: aws-certificates
why: >-
  AWS could not see any more that the name is yours. It will go on trying, and the certificate ends
  all the same.
fix:
  console: >-
    Certificate Manager > Certificates > {domain} > Domains > put back the CNAME records that are
    named there, with Create records in Route 53.
  cli: >-
    aws acm describe-certificate --region {region} --certificate-arn {uid}
    --query 'Certificate.RenewalSummary.DomainValidationOptions[].ResourceRecord'
  terraform: |
    resource "aws_route53_record" "validation" {
      for_each = {
        for option in aws_acm_certificate.this.domain_validation_options :
        option.domain_name => option
      }
      zone_id = var.zone_id
      name    = each.value.resource_record_name
      type    = each.value.resource_record_type
      records = [each.value.resource_record_value]
      ttl     = 300
    }
---*/
WITH ['PENDING_VALIDATION', 'FAILED'] AS stuck
MATCH (certificate:AwsAcmCertificate)
WHERE certificate.renewal_status IN stuck
RETURN certificate AS resource, {
  actual: certificate.renewal_status, expires: certificate.expires_at
} AS evidence
