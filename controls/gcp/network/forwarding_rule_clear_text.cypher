/*---
title: Load balancers of the internet serve nothing in clear text
resource: GcpForwardingRule
severity: medium
policy: gcp-encryption-in-transit
why: >-
  What is asked and answered over plain HTTP, sign-ins with it, can be read and changed by everyone
  on the way.
fix:
  console: >-
    Network Services > Load balancing > the load balancer of {name} > Edit > Frontend > HTTPS, with
    Enable HTTP to HTTPS redirect > Update.
  cli: |
    printf 'name: to-https\ndefaultUrlRedirect:\n  httpsRedirect: true\n' |
      gcloud compute url-maps import to-https --project {account} --global --source -
    gcloud compute target-http-proxies update {target_name} --project {account} --global \
      --url-map to-https
  terraform: |
    resource "google_compute_url_map" "to_https" {
      name = "to-https"
      default_url_redirect {
        https_redirect = true
        strip_query    = false
      }
    }
    resource "google_compute_target_http_proxy" "this" {
      name    = "{target_name}"
      url_map = google_compute_url_map.to_https.id
    }
applies: |
  MATCH (rule:GcpForwardingRule)
  WHERE rule.is_external = true
  RETURN rule AS resource
---*/
MATCH (rule:GcpForwardingRule)-[:FORWARDS_TO]->(proxy:GcpTargetHttpProxy)
MATCH (proxy)-[:FORWARDS_TO]->(requests:GcpUrlMap)
WHERE rule.is_external = true AND requests.only_redirects_to_https = false
RETURN rule AS resource, {
  address: rule.address, ports: rule.ports, expected: 'a redirect to HTTPS', actual: 'HTTP'
} AS evidence
