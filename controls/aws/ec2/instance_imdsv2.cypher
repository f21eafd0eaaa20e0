/*---
title: Instances answer metadata requests only to IMDSv2
resource: AwsEc2Instance
severity: high
policy: aws-compute-hardening
mandates: {cis-aws-6.0: ["6.7"]}
also: {prowler: [ec2_instance_imdsv2_enabled]}
why: >-
  With IMDSv1, a flaw that makes a server fetch an address of the attacker's choice gives away the
  credentials of its role.
fix:
  console: >-
    EC2 > Instances > {id} > Actions > Instance settings > Modify instance metadata options >
    IMDSv2: Required > Save.
  cli: >-
    aws ec2 modify-instance-metadata-options --region {region} --instance-id {id} --http-tokens
    required
  terraform: |
    resource "aws_instance" "this" {
      # ...
      metadata_options {
        http_endpoint = "enabled"
        http_tokens   = "required"
      }
    }
applies: |
  MATCH (instance:AwsEc2Instance)
  WHERE instance.state <> 'terminated'
  RETURN instance AS resource
---*/
MATCH (instance:AwsEc2Instance)
WHERE instance.imds_enabled = true
  AND instance.requires_imdsv2 = false
  AND instance.state <> 'terminated'
RETURN instance AS resource, {expected: 'required', actual: 'optional'} AS evidence
