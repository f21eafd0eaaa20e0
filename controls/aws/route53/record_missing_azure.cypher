/*---
title: No name leads to something of Azure that nobody has
resource: AwsRoute53Record
severity: high
policy: aws-names
why: >-
  Azure gives such a name to whoever asks first. It is held by no subscription that is read, so that
  a stranger may have it, or take it, and answer under yours.
fix:
  console: Route 53 > Hosted zones > the record's zone > {name} > Delete record.
  cli: |
    zone=$(echo {uid} | cut -d/ -f2)
    aws route53 list-resource-record-sets --hosted-zone-id "$zone" --start-record-name {name} \
      --start-record-type {type} --max-items 1 |
      jq '{Changes: [{Action: "DELETE", ResourceRecordSet: .ResourceRecordSets[0]}]}' > change.json
    aws route53 change-resource-record-sets --hosted-zone-id "$zone" \
      --change-batch file://change.json
  terraform: >-
    # Take the resource "aws_route53_record" of {name} out of the configuration and apply.
applies: |
  MATCH (record:AwsRoute53Record)-[:POINTS_TO]->(name:HostName)
  WHERE name.given_by = 'azure' AND EXISTS { MATCH (:AzureSubscription) }
  RETURN DISTINCT record AS resource
---*/
MATCH (record:AwsRoute53Record)-[:POINTS_TO]->(name:HostName)
WHERE name.given_by = 'azure'
  AND EXISTS { MATCH (:AzureSubscription) }
  AND NOT EXISTS {
    MATCH (name)<-[:HAS_HOST_NAME]-(
      :AzureWebApp|AzurePublicAddress|AzureStorageAccount|AzureResource
    )
  }
RETURN record AS resource, {leads_to: name.host, of: name.service} AS evidence
