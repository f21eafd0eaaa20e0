/*---
title: The keys of certificates are too long to be found
resource: AwsAcmCertificate
severity: high
policy: aws-certificates
also: {prowler: [acm_certificates_with_secure_key_algorithms]}
why: Who computes the private key from the public one can say to be you, and read along.
fix:
  console: >-
    Certificate Manager > Certificates > Request, with RSA 2048 or ECDSA P 256; let what shows
    {domain} use it; then delete the old one.
  cli: >-
    aws acm request-certificate --region {region} --domain-name {domain} --validation-method DNS
    --key-algorithm EC_prime256v1
  terraform: |
    resource "aws_acm_certificate" "this" {
      domain_name       = "{domain}"
      validation_method = "DNS"
      key_algorithm     = "EC_prime256v1"
    }
---*/
WITH 2048 AS min_rsa_bits, 256 AS min_ec_bits
MATCH (certificate:AwsAcmCertificate)
WHERE (certificate.key_algorithm STARTS WITH 'RSA' AND certificate.key_bits < min_rsa_bits)
  OR (certificate.key_algorithm STARTS WITH 'EC' AND certificate.key_bits < min_ec_bits)
RETURN certificate AS resource, {actual: certificate.key_algorithm} AS evidence
