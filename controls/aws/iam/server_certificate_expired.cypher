/*---
title: No server certificate in IAM is out of date
resource: AwsIamServerCertificate
severity: medium
policy: aws-certificates
mandates: {cis-aws-6.0: ["2.18"]}
also: {prowler: [iam_no_expired_server_certificates_stored]}
why: >-
  Chosen by mistake for a load balancer, it makes every browser refuse to connect; and people who
  see such warnings learn to ignore them.
fix:
  console: The console does not show them; see the command line.
  cli: aws iam delete-server-certificate --server-certificate-name {name}
  terraform: |
    # Remove the resource, and use one of AWS Certificate Manager:
    resource "aws_acm_certificate" "this" {
      domain_name       = var.domain
      validation_method = "DNS"
    }
---*/
MATCH (certificate:AwsIamServerCertificate)
WHERE certificate.expires_at < datetime()
RETURN certificate AS resource, {expired_at: certificate.expires_at} AS evidence
