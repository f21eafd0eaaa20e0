// fail: there is no contact
CREATE (:AzureSubscription)

// fail: no alert is told
CREATE (:AzureSubscription)<-[:IN_SUBSCRIPTION]-(:AzureSecurityContact {is_enabled: true})

// fail: no mail is sent
CREATE (:AzureSubscription)<-[:IN_SUBSCRIPTION]-(:AzureSecurityContact {
  alert_severity: 'High', is_enabled: false
})

// pass: it is so
CREATE (:AzureSubscription)<-[:IN_SUBSCRIPTION]-(:AzureSecurityContact {
  alert_severity: 'High', is_enabled: true
})

// pass: older contacts do not say that mail is sent, and it is
CREATE (:AzureSubscription)<-[:IN_SUBSCRIPTION]-(:AzureSecurityContact {alert_severity: 'High'})

// unread: the contact
CREATE (:AzureSubscription)<-[:IN_SUBSCRIPTION]-(:AzureSecurityContact {
  unread: ['alert_severity']
})
