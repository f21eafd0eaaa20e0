/*---
title: Search domains are in a network of the account
resource: AwsOpensearchDomain
severity: medium
policy: aws-data-exposure
why: On the internet, one wrong policy or stolen password is enough to read everything.
fix:
  console: >-
    OpenSearch Service > Create domain > Network > VPC access > Create; index the data of {name}
    again there, then delete {name}. A domain can't be moved.
  cli: |
    aws opensearch create-domain --region {region} --engine-version {engine_version} \
      --domain-name "${NEW:?a name for the new one}" \
      --vpc-options SubnetIds="$SUBNETS",SecurityGroupIds="$GROUPS_OF_IT" \
      --cluster-config InstanceType={instance_type},InstanceCount={instance_count} \
      --ebs-options EBSEnabled=true,VolumeType=gp3,VolumeSize="${GIB:?size of each disk}"
    # index the data again, let clients use it, then:
    aws opensearch delete-domain --region {region} --domain-name {name}
  terraform: |
    resource "aws_opensearch_domain" "this" {
      # ...
      vpc_options { # makes another domain
        subnet_ids         = var.subnet_ids
        security_group_ids = [var.security_group_id]
      }
    }
---*/
MATCH (domain:AwsOpensearchDomain)
WHERE domain.is_in_vpc = false
RETURN domain AS resource, {
  expected: 'in a network',
  actual: 'on the internet',
  endpoint: domain.endpoint
} AS evidence
