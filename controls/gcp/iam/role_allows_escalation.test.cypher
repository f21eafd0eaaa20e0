// fail: one permission is enough
CREATE (:GcpIamRole {is_deleted: false, stage: 'GA', permissions: [
  'resourcemanager.projects.setIamPolicy', 'storage.objects.get'
]})

// fail: two together
CREATE (:GcpIamRole {is_deleted: false, stage: 'ALPHA', permissions: [
  'compute.instances.create', 'iam.serviceAccounts.actAs'
]})

// pass: one of two that go together
CREATE (:GcpIamRole {is_deleted: false, stage: 'GA', permissions: ['iam.serviceAccounts.actAs']})

// pass: it is deleted
CREATE (:GcpIamRole {is_deleted: true, stage: 'GA', permissions: ['iam.roles.update']})

// pass: it is switched off
CREATE (:GcpIamRole {is_deleted: false, stage: 'DISABLED', permissions: ['iam.roles.update']})
