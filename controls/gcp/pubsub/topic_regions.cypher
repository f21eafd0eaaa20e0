/*---
title: Topics say in which regions their messages may be kept
resource: GcpPubsubTopic
severity: low
policy: gcp-messaging
why: >-
  Without that, a message is kept wherever in the world its publisher happens to be, or wherever the
  organization allows.
fix:
  console: >-
    Pub/Sub > Topics of {account} > {name} > Edit > Message storage policy > Selected regions.
  cli: >-
    gcloud pubsub topics update {name} --project {account}
    --message-storage-policy-allowed-regions "${REGIONS:?with commas}"
  terraform: |
    resource "google_pubsub_topic" "this" {
      project = "{account}"
      name    = "{name}"
      message_storage_policy {
        allowed_persistence_regions = var.regions
      }
    }
---*/
MATCH (topic:GcpPubsubTopic)
WHERE size(topic.storage_regions) = 0
RETURN topic AS resource, {expected: 'named regions'} AS evidence
