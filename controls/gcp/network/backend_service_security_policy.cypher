/*---
title: Load balancers of the internet turn away what is known to be bad
resource: GcpBackendService
severity: medium
policy: gcp-network-exposure
why: >-
  Without a policy of Cloud Armor every request reaches the instances: floods, and the attacks that
  are tried on everyone.
fix:
  console: >-
    Network Security > Cloud Armor policies > a policy > Add targets > {name} > Add.
  cli: |
    region={region}
    if [ "$region" = global ]; then where=--global; else where="--region=$region"; fi
    gcloud compute backend-services update {name} --project {account} $where \
      --security-policy="${POLICY:?name of a security policy}"
  terraform: |
    resource "google_compute_backend_service" "this" {
      name            = "{name}"
      security_policy = google_compute_security_policy.this.id
      # ...
    }
applies: |
  MATCH (service:GcpBackendService)
  WHERE service.is_external = true AND service.is_http = true
  RETURN service AS resource
---*/
MATCH (service:GcpBackendService)
WHERE service.is_external = true
  AND service.is_http = true
  AND NOT EXISTS { (service)-[:PROTECTED_BY]->(:GcpSecurityPolicy) }
RETURN service AS resource, {expected: 'a security policy', actual: 'none'} AS evidence
