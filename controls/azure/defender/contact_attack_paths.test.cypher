// fail: there is no contact
CREATE (:AzureSubscription)

// fail: no attack path is told
CREATE (:AzureSubscription)<-[:IN_SUBSCRIPTION]-(:AzureSecurityContact {is_enabled: true})

// fail: no mail is sent
CREATE (:AzureSubscription)<-[:IN_SUBSCRIPTION]-(:AzureSecurityContact {
  attack_path_risk: 'Critical', is_enabled: false
})

// pass: it is so
CREATE (:AzureSubscription)<-[:IN_SUBSCRIPTION]-(:AzureSecurityContact {
  attack_path_risk: 'Critical', is_enabled: true
})

// pass: older contacts do not say that mail is sent, and it is
CREATE (:AzureSubscription)<-[:IN_SUBSCRIPTION]-(:AzureSecurityContact {
  attack_path_risk: 'Critical'
})

// unread: the contact
CREATE (:AzureSubscription)<-[:IN_SUBSCRIPTION]-(:AzureSecurityContact {
  unread: ['attack_path_risk']
})
