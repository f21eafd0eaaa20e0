/*---
title: Log sinks are switched on
resource: GcpLogSink
severity: medium
policy: gcp-logging
why: It looks as if entries were kept. None has been since somebody switched it off.
fix:
  console: Logging > Log router of {account} > {name} > Enable sink; or delete it.
  cli: gcloud logging sinks update {name} --no-disabled --project {account}
  terraform: |
    resource "google_logging_project_sink" "this" {
      project     = "{account}"
      name        = "{name}"
      destination = "{destination}"
      disabled    = false
    }
---*/
MATCH (sink:GcpLogSink)
WHERE sink.is_disabled = true
RETURN sink AS resource, {expected: 'on', actual: 'off', to: sink.destination} AS evidence
