/*---
title: Instances have an instance profile
resource: AwsEc2Instance
severity: medium
policy: aws-compute-hardening
mandates: {cis-aws-6.0: ["2.17"]}
also: {prowler: [ec2_instance_profile_attached]}
why: >-
  Without a role, programs on the machine get to AWS with access keys in files, which last for ever
  and leak.
fix:
  console: >-
    EC2 > Instances > {id} > Actions > Security > Modify IAM role > choose a role with no more than
    it needs > Update IAM role.
  cli: >-
    aws ec2 associate-iam-instance-profile --region {region} --instance-id {id}
    --iam-instance-profile Name="${PROFILE:?name of the instance profile}"
  terraform: |
    resource "aws_instance" "this" {
      # ...
      iam_instance_profile = aws_iam_instance_profile.this.name
    }
applies: |
  MATCH (instance:AwsEc2Instance)
  WHERE instance.state <> 'terminated'
  RETURN instance AS resource
---*/
MATCH (instance:AwsEc2Instance)
WHERE instance.state <> 'terminated'
  AND NOT EXISTS { (instance)-[:HAS_INSTANCE_PROFILE]->(:Resource) }
RETURN instance AS resource, {expected: 'an instance profile', actual: 'none'} AS evidence
