/*---
title: Who manages keys may not encrypt and decrypt with them
resource: GcpProject
severity: medium
policy: gcp-privileges
mandates: {cis-gcp-4.0: ["1.11"]}
also: {prowler: [iam_role_kms_enforce_separation_of_duties]}
why: >-
  Who can do both reads what the keys protect, and can destroy the keys after it. Two people would
  have to agree on that otherwise.
fix:
  console: >-
    IAM & Admin > IAM of {account} > the member > Edit principal > delete either Cloud KMS Admin or
    the roles that encrypt and decrypt.
  cli: |
    gcloud projects remove-iam-policy-binding {account} --all \
      --member "${MEMBER:?who has both}" --role roles/cloudkms.admin
  terraform: |
    resource "google_project_iam_binding" "key_admins" {
      project = "{account}"
      role    = "roles/cloudkms.admin"
      members = var.key_admins # none of those who encrypt or decrypt
    }
---*/
WITH 'roles/cloudkms.admin ' AS managing, [
  'roles/cloudkms.cryptoKeyEncrypterDecrypter', 'roles/cloudkms.cryptoKeyEncrypter',
  'roles/cloudkms.cryptoKeyDecrypter'
] AS using
MATCH (project:GcpProject)
WHERE any(one IN project.grants WHERE one STARTS WITH managing AND any(
  other IN project.grants WHERE split(other, ' ')[0] IN using
    AND split(other, ' ')[1] = split(one, ' ')[1]
))
RETURN project AS resource, {
  grants: [grant IN project.grants WHERE grant STARTS WITH 'roles/cloudkms.']
} AS evidence
