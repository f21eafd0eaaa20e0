/*---
title: Networks log which names their instances ask for
resource: GcpNetwork
severity: medium
policy: gcp-logging
mandates: {cis-gcp-4.0: ["2.12"]}
also: {prowler: [compute_network_dns_logging_enabled]}
why: >-
  What takes orders from outside looks up a name first, and what is smuggled out often leaves as
  names: the log of queries is where both are seen.
fix:
  console: >-
    Network Services > Cloud DNS > DNS server policies > Create policy > Logs: On, Networks: {name}
    > Create; or edit the policy that the network has.
  cli: |
    gcloud dns policies create "{name}-names" --project {account} --networks {name} \
      --enable-logging --description 'Queries are logged'
  terraform: |
    resource "google_dns_policy" "this" {
      name           = "{name}-names"
      enable_logging = true
      networks {
        network_url = google_compute_network.this.id
      }
    }
---*/
MATCH (network:GcpNetwork)
WHERE NOT EXISTS {
  (policy:GcpDnsPolicy)-[:APPLIES_TO]->(network)
  WHERE policy.is_query_logged = true
}
RETURN network AS resource, {expected: 'queries are logged', actual: 'not logged'} AS evidence
