/*---
title: Instances that the internet reaches have no account that may change the project
resource: GcpComputeInstance
severity: critical
policy: gcp-network-exposure
why: >-
  One flaw in what the instance serves gives the whole project away: tokens of its account can be
  fetched from inside.
fix:
  console: >-
    Compute Engine > VM instances > {name} > Stop > Edit > Identity and API access > a service
    account that may do only what the machine does > Save > Start.
  cli: |
    gcloud compute instances stop {name} --project {account} --zone {zone}
    gcloud compute instances set-service-account {name} --project {account} --zone {zone} \
      --service-account "${EMAIL:?account that may do only what the instance does}" \
      --scopes cloud-platform
    gcloud compute instances start {name} --project {account} --zone {zone}
  terraform: |
    resource "google_compute_instance" "this" {
      name = "{name}"
      # ...
      service_account {
        email  = google_service_account.least_privilege.email
        scopes = ["cloud-platform"]
      }
    }
---*/
WITH ['roles/owner', 'roles/editor'] AS broad_roles,
  'https://www.googleapis.com/auth/cloud-platform' AS everything
MATCH (instance:GcpComputeInstance)-[:HAS_IDENTITY]->(account:GcpServiceAccount)
MATCH (project:GcpProject)-[grant:GRANTS_TO]->(account)
WHERE everything IN instance.scopes AND any(role IN grant.roles WHERE role IN broad_roles)
CALL (instance) {
  MATCH (instance)-[at:IN_NETWORK]->(network:GcpNetwork)<-[:IN_NETWORK]-(rule:GcpFirewallRule)
  WHERE rule.action = 'allow'
    AND rule.is_disabled = false
    AND any(family IN rule.from_any WHERE family IN at.reached_over)
    AND (
      size(rule.targets) = 0
      OR any(target IN rule.targets WHERE target IN instance.firewall_targets)
    )
  RETURN [rule.uid, network.uid] AS entry
  UNION
  MATCH (rule:GcpForwardingRule)-[:FORWARDS_TO]->(proxy:GcpTargetHttpProxy|GcpTargetHttpsProxy)
  MATCH (proxy)-[:FORWARDS_TO]->(requests:GcpUrlMap)-[:ROUTES_TO]->(service:GcpBackendService)
  MATCH (service)-[:ROUTES_TO]->(group:GcpInstanceGroup)<-[:MANAGES]-(m:GcpInstanceGroupManager)
  MATCH (m)<-[:MANAGED_BY]-(instance)
  WHERE rule.is_external = true
  RETURN [rule.uid, proxy.uid, requests.uid, service.uid, group.uid, m.uid] AS entry
}
RETURN instance AS resource, {
  path: min(entry + [instance.uid, account.uid, project.uid])
} AS evidence
