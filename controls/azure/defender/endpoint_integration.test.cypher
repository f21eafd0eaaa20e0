// fail: there is no such setting
CREATE (:AzureSubscription)

// fail: it is off
CREATE (:AzureSubscription)<-[:IN_SUBSCRIPTION]-(:AzureSecuritySetting {
  name: 'WDATP', is_enabled: false
})

// fail: only another setting is on
CREATE (:AzureSubscription)<-[:IN_SUBSCRIPTION]-(:AzureSecuritySetting {
  name: 'Sentinel', is_enabled: true
})

// pass: it is on
CREATE (:AzureSubscription)<-[:IN_SUBSCRIPTION]-(:AzureSecuritySetting {
  name: 'WDATP', is_enabled: true
})

// unread: whether it is on
CREATE (:AzureSubscription)<-[:IN_SUBSCRIPTION]-(:AzureSecuritySetting {
  name: 'WDATP', unread: ['is_enabled']
})
