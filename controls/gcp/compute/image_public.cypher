/*---
title: Images are not for everyone
resource: GcpImage
severity: high
policy: gcp-data-exposure
also: {prowler: [compute_image_not_publicly_shared]}
why: >-
  Whoever has any Google account at all can make a disk of it and read what is on it: configuration,
  keys, data.
fix:
  console: >-
    Compute Engine > Images > {name} > Permissions > remove allAuthenticatedUsers and allUsers.
  cli: |
    for role in $(echo {public_roles} | tr , ' '); do
      for member in allAuthenticatedUsers allUsers; do
        gcloud compute images remove-iam-policy-binding {name} --project {account} \
          --member "$member" --role "$role"
      done
    done
  terraform: |
    resource "google_compute_image_iam_binding" "users" {
      image    = "{name}"
      role     = "roles/compute.imageUser"
      members  = var.members
    }
---*/
MATCH (image:GcpImage)
WHERE size(image.public_roles) > 0
RETURN image AS resource, {expected: [], actual: image.public_roles} AS evidence
