/*---
title: Topics are not open to anyone
resource: GcpPubsubTopic
severity: high
policy: gcp-messaging
why: Anyone can then read along, or send messages that your programs take for their own.
fix:
  console: >-
    Pub/Sub > Topics of {account} > {name} > Permissions > remove allUsers and
    allAuthenticatedUsers.
  cli: |
    for member in allUsers allAuthenticatedUsers; do
      gcloud pubsub topics remove-iam-policy-binding {name} --project {account} \
        --member "$member" --role "${ROLE:?the role}"
    done
  terraform: |
    resource "google_pubsub_topic_iam_binding" "this" {
      project = "{account}"
      topic   = "{name}"
      role    = "roles/pubsub.publisher"
      members = var.publishers # neither allUsers nor allAuthenticatedUsers
    }
---*/
MATCH (topic:GcpPubsubTopic)
WHERE size(topic.public_roles) > 0
RETURN topic AS resource, {anyone_has: topic.public_roles} AS evidence
