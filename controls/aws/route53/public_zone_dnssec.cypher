/*---
title: Answers of public zones are signed
resource: AwsRoute53Zone
severity: low
policy: aws-names
why: >-
  Without a signature, whoever can put an answer into a resolver's memory sends visitors elsewhere.
fix:
  console: >-
    Route 53 > Hosted zones > {name} > DNSSEC signing > Enable DNSSEC signing > Create KSK and
    enable signing; then put the DS record into the parent zone.
  cli: |
    aws route53 create-key-signing-key --hosted-zone-id {id} --name {id} --status ACTIVE \
      --caller-reference "$(date +%s)" \
      --key-management-service-arn "${KEY_ARN:?an ECC_NIST_P256 key of us-east-1}"
    aws route53 enable-hosted-zone-dnssec --hosted-zone-id {id}
    aws route53 get-dnssec --hosted-zone-id {id} --query 'KeySigningKeys[].DSRecord'
  terraform: |
    resource "aws_route53_key_signing_key" "this" {
      hosted_zone_id             = "{id}"
      key_management_service_arn = aws_kms_key.dnssec.arn # ECC_NIST_P256, of us-east-1
      name                       = "this"
    }
    resource "aws_route53_hosted_zone_dnssec" "this" {
      hosted_zone_id = aws_route53_key_signing_key.this.hosted_zone_id
    }
applies: MATCH (zone:AwsRoute53Zone) WHERE zone.is_private = false RETURN zone AS resource
---*/
MATCH (zone:AwsRoute53Zone)
WHERE zone.is_private = false AND zone.dnssec <> 'SIGNING'
RETURN zone AS resource, {expected: 'SIGNING', actual: zone.dnssec} AS evidence
