// fail: any application, besides verified ones
CREATE (:EntraTenant {consent_policies: [
  'ManagePermissionGrantsForSelf.microsoft-user-default-low',
  'ManagePermissionGrantsForSelf.microsoft-user-default-legacy'
]})

// pass: only those of verified makers
CREATE (:EntraTenant {consent_policies: [
  'ManagePermissionGrantsForSelf.microsoft-user-default-low'
]})

// pass: none but for groups that they own
CREATE (:EntraTenant {consent_policies: [
  'ManagePermissionGrantsForOwnedResource.DeveloperConsent'
]})

// unread: which they may
CREATE (:EntraTenant {unread: ['consent_policies']})
