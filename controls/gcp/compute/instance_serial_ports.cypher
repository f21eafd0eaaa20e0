/*---
title: Instances take no connections to their serial ports
resource: GcpComputeInstance
severity: medium
policy: gcp-compute-hardening
mandates: {cis-gcp-4.0: ["4.5"]}
also: {prowler: [compute_instance_serial_ports_in_use]}
why: >-
  Any address may try its keys there: firewall rules do not hold for serial ports.
fix:
  console: >-
    Compute Engine > VM instances > {name} > Edit > Remote access: Enable connecting to serial
    ports: off > Save; and delete serial-port-enable of the metadata of the project.
  cli: >-
    gcloud compute instances add-metadata {name} --project {account} --zone {zone} --metadata
    serial-port-enable=FALSE
  terraform: |
    resource "google_compute_instance" "this" {
      name = "{name}"
      # ...
      metadata = {
        serial-port-enable = "FALSE"
      }
    }
---*/
MATCH (instance:GcpComputeInstance)
WHERE instance.serial_ports = true
  OR instance.serial_ports IS NULL
  AND EXISTS {
    (instance)-[:IN_PROJECT]->(project:GcpProject) WHERE project.serial_ports = true
  }
RETURN instance AS resource, {
  expected: 'off', actual: 'on',
  said_by: CASE WHEN instance.serial_ports = true THEN 'instance' ELSE 'project' END
} AS evidence
