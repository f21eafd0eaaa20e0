/*---
title: Networks are peered with those of known accounts only
resource: AwsVpcPeeringConnection
severity: medium
policy: aws-trust
why: >-
  Whoever runs the other network stands inside yours: no gateway is between, and addresses are
  private on both sides.
fix:
  console: VPC > Peering connections > {id} > Actions > Delete peering connection.
  cli: >-
    aws ec2 delete-vpc-peering-connection --region {region} --vpc-peering-connection-id {id}
  terraform: >-
    # Take the resource "aws_vpc_peering_connection" with the id {id} out of the configuration and
    apply; where the other account is yours, add it as a connector.
applies: |
  MATCH (peering:AwsVpcPeeringConnection)
  WHERE peering.state = 'active'
  RETURN peering AS resource
---*/
MATCH (peering:AwsVpcPeeringConnection)-[:CONNECTS_TO]->(network:Resource)
WHERE peering.state = 'active'
  AND NOT EXISTS {
    MATCH (known:AwsAccount)
    WHERE network.uid CONTAINS ':' + known.id + ':'
  }
WITH peering, network ORDER BY network.uid
RETURN peering AS resource, {networks: collect(network.uid)} AS evidence
