/*---
title: Access points say who their clients are
resource: AwsEfsAccessPoint
severity: medium
policy: aws-data-exposure
also: {prowler: [efs_access_point_enforce_user_identity]}
why: Where they do not, a client is whoever it says it is, and reads what that user may.
fix:
  console: >-
    EFS > Access points > Create access point > POSIX user > User ID and Group ID > Create; let
    clients use it, then delete {id}.
  cli: |
    aws efs create-access-point --region {region} \
      --file-system-id "${FILE_SYSTEM:?the one that {id} leads to}" \
      --posix-user Uid=1000,Gid=1000 --root-directory Path={root_path}
    # let clients use it, then:
    aws efs delete-access-point --region {region} --access-point-id {id}
  terraform: |
    resource "aws_efs_access_point" "this" {
      # ...
      posix_user { # makes another access point
        uid = 1000
        gid = 1000
      }
    }
---*/
MATCH (point:AwsEfsAccessPoint)
WHERE point.user_id IS NULL
RETURN point AS resource, {expected: 'a user', actual: 'whoever the client says'} AS evidence
