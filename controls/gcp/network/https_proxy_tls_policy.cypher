/*---
title: Load balancers of HTTPS refuse old versions and weak ciphers
resource: GcpTargetHttpsProxy
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
    region={region}
    if [ "$region" = global ]; then where=--global; else where="--region=$region"; fi
    gcloud compute ssl-policies create tls-1-2 --project {account} $where --profile MODERN \
      --min-tls-version 1.2
    gcloud compute target-https-proxies update {name} --project {account} $where \
      --ssl-policy tls-1-2
  terraform: |
    resource "google_compute_ssl_policy" "tls_1_2" {
      name            = "tls-1-2"
      profile         = "MODERN"
      min_tls_version = "TLS_1_2"
    }
    resource "google_compute_target_https_proxy" "this" {
      name       = "{name}"
      ssl_policy = google_compute_ssl_policy.tls_1_2.id
      # ...
    }
---*/
WITH ['TLS_1_0', 'TLS_1_1'] AS old_versions
MATCH (proxy:GcpTargetHttpsProxy)
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
