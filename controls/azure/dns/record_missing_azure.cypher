/*---
title: No name leads to something of Azure that nobody has
resource: AzureDnsRecord
severity: high
policy: azure-names
why: >-
  Azure gives such a name to whoever asks first. It is held by no subscription that is read, so that
  a stranger may have it, or take it, and answer under yours.
fix:
  console: DNS zones > the record's zone > Record sets > {name} > Delete.
  cli: |
    az resource delete --ids {uid}
  terraform: >-
    # Take the resource "azurerm_dns_cname_record" of {name} out of the configuration and apply.
applies: |
  MATCH (record:AzureDnsRecord)-[:POINTS_TO]->(name:HostName)
  WHERE name.given_by = 'azure' AND EXISTS { MATCH (:AzureSubscription) }
  RETURN DISTINCT record AS resource
---*/
MATCH (record:AzureDnsRecord)-[:POINTS_TO]->(name:HostName)
WHERE name.given_by = 'azure'
  AND EXISTS { MATCH (:AzureSubscription) }
  AND NOT EXISTS {
    MATCH (name)<-[:HAS_HOST_NAME]-(
      :AzureWebApp|AzurePublicAddress|AzureStorageAccount|AzureResource
    )
  }
RETURN record AS resource, {leads_to: name.host, of: name.service} AS evidence
