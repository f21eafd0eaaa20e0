/*---
title: Nobody both keeps a project's keys and encrypts with them
resource: GcpProject
severity: medium
policy: gcp-key-management
mandates: {cis-gcp-4.0: ["1.11"]}
also: {prowler: [iam_role_kms_enforce_separation_of_duties]}
why: >-
  Who does both can let themselves at any key and read what it protects, without anyone else being
  asked.
fix:
  console: >-
    IAM > the member > Edit > take away either Cloud KMS Admin or the roles that encrypt and
    decrypt > Save.
  cli: >-
    gcloud projects remove-iam-policy-binding {project_id} --member "${MEMBER:?who has both}"
    --role roles/cloudkms.admin
  terraform: |
    resource "google_project_iam_binding" "this" {
      project = "{project_id}"
      role    = "roles/cloudkms.admin"
      members = var.keepers_of_keys # none of those who encrypt or decrypt
    }
---*/
WITH 'roles/cloudkms.admin ' AS keeps, [
  'roles/cloudkms.cryptoKeyEncrypterDecrypter ', 'roles/cloudkms.cryptoKeyEncrypter ',
  'roles/cloudkms.cryptoKeyDecrypter '
] AS uses
MATCH (project:GcpProject)
UNWIND project.grants AS grant
WITH project, grant, keeps, uses
WHERE grant STARTS WITH keeps
WITH project, uses, head(split(substring(grant, size(keeps)), ' if ')) AS member
WHERE any(use IN uses WHERE any(
  other IN project.grants
  WHERE head(split(other, ' if ')) = use + member
))
RETURN project AS resource, {members: collect(DISTINCT member)} AS evidence
