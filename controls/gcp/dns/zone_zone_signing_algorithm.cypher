/*---
title: The keys that sign names of a zone do not use SHA-1
resource: GcpDnsZone
severity: medium
policy: gcp-names
mandates: {cis-gcp-4.0: ["3.5"]}
also: {prowler: [dns_rsasha1_in_use_to_zone_sign_in_dnssec]}
why: >-
  Two texts of one SHA-1 sum can be made for money: a signature over one then holds for the other.
  Many resolvers take no such signature for one any more.
fix:
  console: >-
    Network Services > Cloud DNS > {name} > Edit > DNSSEC: Off; when what resolvers remember has run
    out, On with RSASHA256; then put the new DS record at the registrar.
  cli: |
    gcloud dns managed-zones update {name} --project {account} --dnssec-state off
    # When what resolvers remember has run out:
    gcloud dns managed-zones update {name} --project {account} --dnssec-state on \
      --ksk-algorithm rsasha256 --ksk-key-length 2048 \
      --zsk-algorithm rsasha256 --zsk-key-length 1024
  terraform: |
    resource "google_dns_managed_zone" "this" {
      name     = "{name}"
      dns_name = "{domain}"
      dnssec_config {
        state = "on"
        default_key_specs {
          key_type   = "keySigning"
          algorithm  = "rsasha256"
          key_length = 2048
        }
        default_key_specs {
          key_type   = "zoneSigning"
          algorithm  = "rsasha256"
          key_length = 1024
        }
      }
    }
applies: |
  MATCH (zone:GcpDnsZone)
  WHERE zone.is_public = true
  RETURN zone AS resource
---*/
MATCH (zone:GcpDnsZone)
WHERE zone.is_public = true AND zone.zone_signing_algorithm = 'rsasha1'
RETURN zone AS resource, {
  expected: 'rsasha256 or better', actual: zone.zone_signing_algorithm
} AS evidence
