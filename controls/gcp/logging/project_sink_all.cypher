/*---
title: A sink keeps a copy of all that is logged
resource: GcpProject
severity: medium
policy: gcp-logging
mandates: {cis-gcp-4.0: ["2.2"]}
also: {prowler: [logging_sink_created]}
why: >-
  Cloud Logging throws most entries away after a month. Intruders are found later than that, and
  then there is nothing to read up.
fix:
  console: >-
    Logging > Log router of {account} > Create sink > a bucket or dataset of another project, no
    filter, no exclusions.
  cli: |
    gcloud logging sinks create everything \
      "storage.googleapis.com/${BUCKET:?bucket, best of a project for logs alone}" \
      --project {account}
    # then let the writer that it names into the bucket, as roles/storage.objectCreator
  terraform: |
    resource "google_logging_project_sink" "everything" {
      project                = "{account}"
      name                   = "everything"
      destination            = "storage.googleapis.com/${google_storage_bucket.logs.name}"
      unique_writer_identity = true
    }
    resource "google_storage_bucket_iam_member" "writer" {
      bucket = google_storage_bucket.logs.name
      role   = "roles/storage.objectCreator"
      member = google_logging_project_sink.everything.writer_identity
    }
---*/
MATCH (project:GcpProject)
WHERE NOT EXISTS {
  MATCH (project)<-[:IN_PROJECT]-(sink:GcpLogSink)
  WHERE sink.filter IS NULL AND size(sink.exclusions) = 0 AND sink.is_disabled = false
}
RETURN project AS resource, {expected: 'a sink without filter and exclusions'} AS evidence
