/*---
title: Database instances are encrypted with a key of one's own
resource: GcpSqlInstance
severity: low
policy: gcp-encryption
also: {prowler: [cloudsql_instance_cmek_encryption_enabled]}
why: Taking the key away closes the database and all its backups at once, for everyone.
fix:
  console: >-
    The key is chosen when an instance is made: SQL > Create instance > Data protection >
    Encryption > Cloud KMS key. Bring the data over, then delete {name}.
  cli: |
    # a new instance with the key takes over the last backup, and the clients then
    gcloud sql instances create "${NEW:?name of the new instance}" --project {account} \
      --region {region} --database-version {version} --tier {tier} \
      --disk-encryption-key "${KEY:?projects/.../cryptoKeys/... in {region}}"
    gcloud sql backups restore "${BACKUP:?its id, by gcloud sql backups list}" \
      --project {account} --backup-instance {name} --restore-instance "$NEW"
  terraform: |
    resource "google_sql_database_instance" "this" {
      # ...
      encryption_key_name = google_kms_crypto_key.this.id # makes it anew
    }
applies: |
  MATCH (instance:GcpSqlInstance)
  WHERE instance.kind <> 'ON_PREMISES_INSTANCE'
  RETURN instance AS resource
---*/
MATCH (instance:GcpSqlInstance)
WHERE instance.kind <> 'ON_PREMISES_INSTANCE'
  AND NOT EXISTS { (instance)-[:ENCRYPTED_BY]->(:Resource) }
RETURN instance AS resource, {expected: 'a key of Cloud KMS', actual: 'a key of Google'} AS evidence
