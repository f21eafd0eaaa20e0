/*---
title: Instances say who owns them
resource: AwsEc2Instance
severity: low
policy: company-tagging
why: When it costs, breaks or leaks, the tag tells whom to ask.
fix:
  console: >-
    EC2 > Instances > {id} > Tags > Manage tags > Add new tag > owner, with the team that answers
    for it > Save.
  cli: >-
    aws ec2 create-tags --region {region} --resources {id} --tags Key=owner,Value="${OWNER:?the team
    that answers for it}"
  terraform: |
    resource "aws_instance" "this" {
      # ...
      tags = {
        owner = var.owner
      }
    }
applies: |
  MATCH (instance:AwsEc2Instance)
  WHERE instance.state <> 'terminated'
  RETURN instance AS resource
---*/
WITH 'owner' AS tag_key
MATCH (instance:AwsEc2Instance)
WHERE NOT EXISTS { (instance)-[:TAGGED]->(:Tag {key: tag_key}) }
  AND instance.state <> 'terminated'
RETURN instance AS resource, {missing_tag: tag_key} AS evidence
