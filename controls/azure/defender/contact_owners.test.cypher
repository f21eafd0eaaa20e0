// fail: there is no contact
CREATE (:AzureSubscription)

// fail: owners are not told
CREATE (:AzureSubscription)<-[:IN_SUBSCRIPTION]-(:AzureSecurityContact {roles: []})

// fail: other roles are told
CREATE (:AzureSubscription)<-[:IN_SUBSCRIPTION]-(:AzureSecurityContact {roles: ['Contributor']})

// fail: no mail is sent
CREATE (:AzureSubscription)<-[:IN_SUBSCRIPTION]-(:AzureSecurityContact {
  roles: ['Owner'], is_enabled: false
})

// pass: it is so
CREATE (:AzureSubscription)<-[:IN_SUBSCRIPTION]-(:AzureSecurityContact {
  roles: ['Owner'], is_enabled: true
})

// pass: older contacts do not say that mail is sent, and it is
CREATE (:AzureSubscription)<-[:IN_SUBSCRIPTION]-(:AzureSecurityContact {roles: ['Owner']})

// unread: the contact
CREATE (:AzureSubscription)<-[:IN_SUBSCRIPTION]-(:AzureSecurityContact {
  unread: ['roles']
})
