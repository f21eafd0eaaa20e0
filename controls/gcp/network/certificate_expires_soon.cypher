/*---
title: Certificates of load balancers are valid for another month
resource: GcpSslCertificate
severity: high
policy: gcp-encryption-in-transit
why: >-
  From the hour it ends nobody reaches the site, and people learn to click warnings away.
fix:
  console: >-
    Network Services > Load balancing > Certificates > Create SSL certificate; then put it in the
    place of {name} in the frontends that show it.
  cli: |
    gcloud compute ssl-certificates create "${NEW:?name of the new certificate}" \
      --project {account} --global --certificate "${CERTIFICATE:?file}" --private-key "${KEY:?file}"
    gcloud compute target-https-proxies update "${PROXY:?name of the proxy that shows it}" \
      --project {account} --global --ssl-certificates "$NEW"
  terraform: |
    resource "google_compute_managed_ssl_certificate" "this" {
      name = var.certificate_name
      managed {
        domains = var.domains
      }
    }
applies: |
  MATCH (certificate:GcpSslCertificate)
  WHERE certificate.is_managed = false
  RETURN certificate AS resource
---*/
WITH 30 AS min_days_left
MATCH (certificate:GcpSslCertificate)
WHERE certificate.is_managed = false
  AND certificate.expires_at < datetime() + duration({days: min_days_left})
RETURN certificate AS resource, {
  expires: certificate.expires_at, expected: 'valid for ' + min_days_left + ' days'
} AS evidence
