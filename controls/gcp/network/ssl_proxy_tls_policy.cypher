/*---
title: Load balancers of TLS refuse old versions and weak ciphers
resource: GcpTargetSslProxy
severity: medium
policy: gcp-encryption-in-transit
mandates: {cis-gcp-4.0: ["3.9"]}
why: >-
  Without a policy Google takes TLS 1.0 and ciphers that keep no secret once the key of the
  certificate is known.
fix:
  console: >-
    Network Services > Load balancing > the load balancer of {name} > Edit > Frontend > SSL policy:
    one of the profile Modern or Restricted with TLS 1.2 > Update.
  cli: |
    gcloud compute ssl-policies create tls-1-2 --project {account} --global --profile MODERN \
      --min-tls-version 1.2
    gcloud compute target-ssl-proxies update {name} --project {account} --ssl-policy tls-1-2
  terraform: |
    resource "google_compute_ssl_policy" "tls_1_2" {
      name            = "tls-1-2"
      profile         = "MODERN"
      min_tls_version = "TLS_1_2"
    }
    resource "google_compute_target_ssl_proxy" "this" {
      name       = "{name}"
      ssl_policy = google_compute_ssl_policy.tls_1_2.id
      # ...
    }
---*/
WITH ['TLS_1_0', 'TLS_1_1'] AS old_versions
MATCH (proxy:GcpTargetSslProxy)
WHERE NOT EXISTS { (proxy)-[:USES_SSL_POLICY]->(:GcpSslPolicy) }
  OR EXISTS {
    (proxy)-[:USES_SSL_POLICY]->(policy:GcpSslPolicy)
    WHERE policy.profile = 'COMPATIBLE'
      OR policy.min_tls_version IN old_versions
      // Whoever has the certificate's key can read what was recorded with these.
      OR any(cipher IN policy.ciphers WHERE cipher STARTS WITH 'TLS_RSA_')
  }
OPTIONAL MATCH (proxy)-[:USES_SSL_POLICY]->(policy:GcpSslPolicy)
RETURN proxy AS resource, {
  expected: 'TLS 1.2 or later, no TLS_RSA ciphers',
  profile: coalesce(policy.profile, 'no policy'),
  oldest: policy.min_tls_version
} AS evidence
