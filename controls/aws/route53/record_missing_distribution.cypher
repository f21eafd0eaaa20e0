/*---
title: No name leads to a distribution that is not there
resource: AwsRoute53Record
severity: medium
policy: aws-names
why: >-
  CloudFront answers for the name still. Who can show a certificate for it, or finds a name that
  needs none, has it served from a distribution of their own.
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
  MATCH (record:AwsRoute53Record)
  WHERE record.target ENDS WITH '.cloudfront.net'
  RETURN record AS resource
---*/
MATCH (record:AwsRoute53Record)
WHERE record.target ENDS WITH '.cloudfront.net'
  AND NOT EXISTS {
    MATCH (distribution:AwsCloudfrontDistribution)
    WHERE distribution.domain = record.target
  }
RETURN record AS resource, {leads_to: record.target} AS evidence
