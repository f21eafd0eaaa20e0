// fail: they may, for some applications; of groups that they own besides
CREATE (:EntraTenant {consent_policies: [
  'ManagePermissionGrantsForOwnedResource.DeveloperConsent',
  'ManagePermissionGrantsForSelf.microsoft-user-default-low'
]})

// pass: they may not
CREATE (:EntraTenant {consent_policies: []})

// pass: only for groups that they own
CREATE (:EntraTenant {consent_policies: [
  'ManagePermissionGrantsForOwnedResource.DeveloperConsent'
]})

// unread: whether they may
CREATE (:EntraTenant {unread: ['consent_policies']})
