/*---
title: Custom roles are no way to more permissions
resource: GcpIamRole
severity: high
policy: gcp-privileges
why: >-
  Who may change policies, make keys of accounts or start a machine as another account has whatever
  these have, whatever the role's name says.
fix:
  console: >-
    IAM & Admin > Roles of {account} > {name} > Edit role > remove the permissions that are named;
    give them on single resources where they are needed.
  cli: |
    gcloud iam roles update {name} --project {account} \
      --remove-permissions "${PERMISSIONS:?those named, with commas}"
  terraform: |
    resource "google_project_iam_custom_role" "this" {
      project     = "{account}"
      role_id     = "{name}"
      title       = "{title}"
      permissions = var.permissions # without those named
    }
---*/
WITH [ // ways to more permissions; `+` joins what one way takes together
  'iam.roles.update', 'iam.serviceAccountKeys.create', 'iam.serviceAccounts.getAccessToken',
  'iam.serviceAccounts.getOpenIdToken', 'iam.serviceAccounts.implicitDelegation',
  'iam.serviceAccounts.setIamPolicy', 'iam.serviceAccounts.signBlob', 'iam.serviceAccounts.signJwt',
  'deploymentmanager.deployments.create', 'resourcemanager.folders.setIamPolicy',
  'resourcemanager.organizations.setIamPolicy', 'resourcemanager.projects.setIamPolicy',
  'iam.serviceAccounts.actAs+cloudbuild.builds.create',
  'iam.serviceAccounts.actAs+cloudfunctions.functions.create',
  'iam.serviceAccounts.actAs+cloudfunctions.functions.update',
  'iam.serviceAccounts.actAs+cloudscheduler.jobs.create',
  'iam.serviceAccounts.actAs+compute.instances.create',
  'iam.serviceAccounts.actAs+compute.instances.setServiceAccount',
  'iam.serviceAccounts.actAs+dataflow.jobs.create',
  'iam.serviceAccounts.actAs+dataproc.clusters.create',
  'iam.serviceAccounts.actAs+run.jobs.create', 'iam.serviceAccounts.actAs+run.services.create'
] AS ways
MATCH (role:GcpIamRole)
WHERE role.is_deleted = false AND role.stage <> 'DISABLED'
  AND any(way IN ways WHERE all(needed IN split(way, '+') WHERE needed IN role.permissions))
RETURN role AS resource, {
  ways: [way IN ways WHERE all(needed IN split(way, '+') WHERE needed IN role.permissions)]
} AS evidence
