/*---
title: Somebody hears when a secret is to be changed
resource: GcpSecret
severity: low
policy: gcp-secrets
why: >-
  Secret Manager changes nothing itself: it sends a message that it is time. Without a topic that is
  still there, nobody gets it.
fix:
  console: >-
    Security > Secret Manager of {account} > {name} > Edit secret > Notifications > a topic whose
    messages start a program that changes it.
  cli: >-
    gcloud secrets update {name} --project {account}
    --add-topics "${TOPIC:?projects/.../topics/...}"
  terraform: |
    resource "google_secret_manager_secret" "this" {
      project   = "{account}"
      secret_id = "{name}"
      topics {
        name = google_pubsub_topic.rotation.id
      }
      # ...
    }
applies: |
  MATCH (secret:GcpSecret) WHERE secret.rotation_seconds > 0 RETURN secret AS resource
---*/
MATCH (secret:GcpSecret)
WHERE secret.rotation_seconds > 0 AND NOT EXISTS { (secret)-[:NOTIFIES]->(:GcpPubsubTopic) }
RETURN secret AS resource, {expected: 'a topic'} AS evidence
