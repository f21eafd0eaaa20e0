/*---
title: No user has two active access keys
resource: AwsIamUser
severity: medium
policy: aws-access-keys
mandates: {cis-aws-6.0: ["2.12"]}
also: {prowler: [iam_user_two_active_access_key]}
why: The second key is for the hours of a rotation; one that stays is a key nobody watches.
fix:
  console: In IAM, Users, {name}, Security credentials, deactivate the key that is no longer used.
  cli: |
    aws iam list-access-keys --user-name {name}
    aws iam update-access-key --user-name {name} --access-key-id "$OLD_KEY_ID" --status Inactive
  terraform: |
    resource "aws_iam_access_key" "old" {
      user   = "{name}"
      status = "Inactive"
    }
---*/
MATCH (first:AwsIamAccessKey)<-[:HAS_ACCESS_KEY]-(user:AwsIamUser)
  -[:HAS_ACCESS_KEY]->(second:AwsIamAccessKey)
WHERE first.is_active = true AND second.is_active = true
  AND first.access_key_id < second.access_key_id // survives: either order is the same pair
RETURN user AS resource,
  {active: [first.access_key_id, second.access_key_id], expected: 'one'} AS evidence
