/*---
title: Access points lead to a folder of their own
resource: AwsEfsAccessPoint
severity: medium
policy: aws-data-exposure
also: {prowler: [efs_access_point_enforce_root_directory]}
why: Through an access point on the root, each client sees the files of all others.
fix:
  console: >-
    EFS > Access points > Create access point > Root directory path > a folder > Create; let clients
    use it, then delete {id}.
  cli: |
    aws efs create-access-point --region {region} \
      --file-system-id "${FILE_SYSTEM:?the one that {id} leads to}" \
      --posix-user Uid=1000,Gid=1000 --root-directory \
      'Path=/folder,CreationInfo={OwnerUid=1000,OwnerGid=1000,Permissions=750}'
    # let clients use it, then:
    aws efs delete-access-point --region {region} --access-point-id {id}
  terraform: |
    resource "aws_efs_access_point" "this" {
      # ...
      root_directory {
        path = "/folder" # makes another access point
        creation_info {
          owner_uid   = 1000
          owner_gid   = 1000
          permissions = "750"
        }
      }
    }
---*/
MATCH (point:AwsEfsAccessPoint)
WHERE point.root_path = '/'
RETURN point AS resource, {expected: 'a folder', actual: point.root_path} AS evidence
