/*---
title: Queries for public zones are logged
resource: GcpDnsZone
severity: low
policy: gcp-logging
why: >-
  The log shows which names are asked for, those that nobody should know among them.
fix:
  console: >-
    Network Services > Cloud DNS > {name} > Edit > Cloud Logging: On > Save.
  cli: >-
    gcloud dns managed-zones update {name} --project {account} --log-dns-queries
  terraform: |
    resource "google_dns_managed_zone" "this" {
      name     = "{name}"
      dns_name = "{domain}"
      cloud_logging_config {
        enable_logging = true
      }
    }
applies: |
  MATCH (zone:GcpDnsZone)
  WHERE zone.is_public = true
  RETURN zone AS resource
---*/
MATCH (zone:GcpDnsZone)
WHERE zone.is_public = true AND zone.is_query_logged = false
RETURN zone AS resource, {domain: zone.domain, expected: 'logged', actual: 'not logged'} AS evidence
