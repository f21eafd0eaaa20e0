/*---
title: Topics are encrypted with keys of the company's own
resource: GcpPubsubTopic
severity: low
policy: gcp-encryption
why: >-
  Google's keys open for whoever has a role on the topic. A key of one's own is a second lock, with
  a log of its own, that can be closed.
fix:
  console: >-
    Pub/Sub > Topics of {account} > {name} > Edit > Cloud KMS key; let the service agent of Pub/Sub
    use the key first.
  cli: >-
    gcloud pubsub topics update {name} --project {account}
    --topic-encryption-key "${KEY:?projects/.../cryptoKeys/...}"
  terraform: |
    resource "google_pubsub_topic" "this" {
      project      = "{account}"
      name         = "{name}"
      kms_key_name = var.kms_key
    }
---*/
MATCH (topic:GcpPubsubTopic)
WHERE NOT EXISTS { (topic)-[:ENCRYPTED_BY]->() }
RETURN topic AS resource, {expected: 'a key of your own'} AS evidence
