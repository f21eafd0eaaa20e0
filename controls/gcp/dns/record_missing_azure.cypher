/*---
title: No name leads to something of Azure that nobody has
resource: GcpDnsRecord
severity: high
policy: gcp-names
why: >-
  Azure gives such a name to whoever asks first. It is held by no subscription that is read, so that
  a stranger may have it, or take it, and answer under yours.
fix:
  console: Network services > Cloud DNS > the record's zone > {name} > Delete record set.
  cli: |
    gcloud dns record-sets delete {name}. --type {type} --zone "${ZONE:?name of its zone}" \
      --project {account}
  terraform: >-
    # Take the resource "google_dns_record_set" of {name} out of the configuration and apply.
applies: |
  MATCH (record:GcpDnsRecord)-[:POINTS_TO]->(name:HostName)
  WHERE name.given_by = 'azure' AND EXISTS { MATCH (:AzureSubscription) }
  RETURN DISTINCT record AS resource
---*/
MATCH (record:GcpDnsRecord)-[:POINTS_TO]->(name:HostName)
WHERE name.given_by = 'azure'
  AND EXISTS { MATCH (:AzureSubscription) }
  AND NOT EXISTS {
    MATCH (name)<-[:HAS_HOST_NAME]-(
      :AzureWebApp|AzurePublicAddress|AzureStorageAccount|AzureResource
    )
  }
RETURN record AS resource, {leads_to: name.host, of: name.service} AS evidence
