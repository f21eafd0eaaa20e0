/*---
title: Answers of public zones are signed
resource: GcpDnsZone
severity: medium
policy: gcp-names
mandates: {cis-gcp-4.0: ["3.3"]}
also: {prowler: [dns_dnssec_disabled]}
why: >-
  Without a signature, whoever can put an answer into a resolver's memory sends visitors elsewhere.
fix:
  console: >-
    Network Services > Cloud DNS > {name} > Edit > DNSSEC: On > Save; then put the DS record at the
    registrar.
  cli: |
    gcloud dns managed-zones update {name} --project {account} --dnssec-state on
    gcloud dns dns-keys list --zone {name} --project {account} --filter type=keySigning \
      --format 'value(ds_record())'
  terraform: |
    resource "google_dns_managed_zone" "this" {
      name     = "{name}"
      dns_name = "{domain}"
      dnssec_config {
        state = "on"
      }
    }
applies: |
  MATCH (zone:GcpDnsZone)
  WHERE zone.is_public = true
  RETURN zone AS resource
---*/
MATCH (zone:GcpDnsZone)
WHERE zone.is_public = true AND zone.dnssec <> 'on'
RETURN zone AS resource, {domain: zone.domain, expected: 'on', actual: zone.dnssec} AS evidence
