/*---
title: Routes lead to something that is there
resource: AwsRouteTable
severity: low
policy: aws-network-design
why: >-
  Traffic for these addresses is dropped without a word, and leftovers hide which routes still
  count.
fix:
  console: >-
    VPC > Route tables > {id} > Routes > Edit routes > remove those with the status Blackhole > Save
    changes.
  cli: |
    for block in DestinationCidrBlock:cidr-block DestinationIpv6CidrBlock:ipv6-cidr-block \
      DestinationPrefixListId:prefix-list-id; do
      aws ec2 describe-route-tables --region {region} --route-table-ids {id} --output text \
        --query "RouteTables[0].Routes[?State=='blackhole'].${block%%:*}" |
        xargs -rn1 aws ec2 delete-route --region {region} --route-table-id {id} \
          --destination-${block##*:}
    done
  terraform: >-
    # Take the routes of "aws_route_table" {id} whose target is gone out of the configuration and
    apply.
---*/
MATCH (table:AwsRouteTable)
WHERE size(table.dead_destinations) > 0
RETURN table AS resource, {dropped: table.dead_destinations} AS evidence
