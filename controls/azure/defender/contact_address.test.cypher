// fail: there is no contact
CREATE (:AzureSubscription)

// fail: there is no address
CREATE (:AzureSubscription)<-[:IN_SUBSCRIPTION]-(:AzureSecurityContact {emails: []})

// fail: no mail is sent
CREATE (:AzureSubscription)<-[:IN_SUBSCRIPTION]-(:AzureSecurityContact {
  emails: ['security@shop.example'], is_enabled: false
})

// pass: it is so
CREATE (:AzureSubscription)<-[:IN_SUBSCRIPTION]-(:AzureSecurityContact {
  emails: ['security@shop.example'], is_enabled: true
})

// pass: older contacts do not say that mail is sent, and it is
CREATE (:AzureSubscription)<-[:IN_SUBSCRIPTION]-(:AzureSecurityContact {
  emails: ['security@shop.example']
})

// unread: the contact
CREATE (:AzureSubscription)<-[:IN_SUBSCRIPTION]-(:AzureSecurityContact {
  unread: ['emails']
})
