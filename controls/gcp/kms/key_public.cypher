/*---
title: Keys are used by nobody whom they do not know
resource: GcpCryptoKey
severity: critical
policy: gcp-key-management
mandates: {cis-gcp-4.0: ["1.9"]}
also: {prowler: [kms_key_not_publicly_accessible]}
why: What is encrypted with a key that anyone may use is as good as in clear text.
fix:
  console: >-
    Key Management > {ring_name} > {name} > Permissions > take allUsers and allAuthenticatedUsers
    away, on the key ring too.
  cli: |
    gcloud kms keys get-iam-policy {name} --keyring {ring_name} --location {region} \
      --project {account} # shows who has which role; keyrings get-iam-policy for the ring
    for member in allUsers allAuthenticatedUsers; do
      gcloud kms keys remove-iam-policy-binding {name} --keyring {ring_name} \
        --location {region} --project {account} --member "$member" \
        --role "${ROLE:?the role that anyone has}"
    done
  terraform: |
    resource "google_kms_crypto_key_iam_binding" "this" {
      crypto_key_id = google_kms_crypto_key.this.id
      role          = "roles/cloudkms.cryptoKeyEncrypterDecrypter"
      members       = var.users_of_key # never allUsers, allAuthenticatedUsers
    }
---*/
MATCH (key:GcpCryptoKey)
WHERE size(key.public_roles) > 0
  OR EXISTS {
    (key)-[:IN_KEY_RING]->(ring:GcpKeyRing)
    WHERE size(ring.public_roles) > 0
  }
RETURN key AS resource, {
  expected: 'nobody', actual: key.public_roles,
  by_ring: COLLECT {
    MATCH (key)-[:IN_KEY_RING]->(ring:GcpKeyRing)
    UNWIND ring.public_roles AS role
    RETURN role
  }
} AS evidence
