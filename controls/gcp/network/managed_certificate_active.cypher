/*---
title: Certificates that Google looks after are there
resource: GcpSslCertificate
severity: medium
policy: gcp-encryption-in-transit
why: >-
  Google can get and renew a certificate only while its names lead to the load balancer: where that
  failed, the one that is shown ends, or there is none.
fix:
  console: >-
    Network Services > Load balancing > Certificates > {name} > see which domain failed, and let its
    name lead to the address of the load balancer.
  cli: >-
    gcloud compute ssl-certificates describe {name} --project {account} --global --format
    'yaml(managed.domainStatus)'
  terraform: |
    resource "google_dns_record_set" "site" {
      managed_zone = var.zone_name
      name         = var.site_name
      type         = "A"
      ttl          = 300
      rrdatas      = [google_compute_global_address.site.address]
    }
applies: |
  MATCH (certificate:GcpSslCertificate)
  WHERE certificate.is_managed = true
  RETURN certificate AS resource
---*/
WITH ['PROVISIONING_FAILED', 'PROVISIONING_FAILED_PERMANENTLY', 'RENEWAL_FAILED'] AS failed
MATCH (certificate:GcpSslCertificate)
WHERE certificate.is_managed = true AND certificate.status IN failed
RETURN certificate AS resource, {
  expected: 'ACTIVE', actual: certificate.status, domains: certificate.domains
} AS evidence
