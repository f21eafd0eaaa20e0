/*---
title: Images are for chosen accounts only
resource: AwsEc2Image
severity: critical
policy: aws-images-and-snapshots
also: {prowler: [ec2_ami_public]}
why: >-
  Whoever launches a public image has all that is on its disks: programs, settings, forgotten keys.
fix:
  console: EC2 > AMIs > {id} > Actions > Edit AMI permissions > Private > Save changes.
  cli: >-
    aws ec2 modify-image-attribute --region {region} --image-id {id} --launch-permission
    'Remove=[{Group=all}]'
  terraform: |
    # Take away the resource "aws_ami_launch_permission" that has group = "all", and keep it from
    # coming back in the whole region:
    resource "aws_ec2_image_block_public_access" "this" {
      state = "block-new-sharing"
    }
---*/
MATCH (image:AwsEc2Image)
WHERE image.is_public = true
RETURN image AS resource, {expected: 'not public', actual: 'public'} AS evidence
