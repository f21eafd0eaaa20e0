// fail: there is no such plan
CREATE (:AzureSubscription)

// fail: it is off
CREATE (:AzureSubscription)<-[:IN_SUBSCRIPTION]-(:AzureDefenderPlan {
  name: 'AppServices', tier: 'Free'
})

// fail: only another plan is on
CREATE (:AzureSubscription)<-[:IN_SUBSCRIPTION]-(:AzureDefenderPlan {
  name: 'Another', tier: 'Standard'
})

// pass: it is on
CREATE (:AzureSubscription)<-[:IN_SUBSCRIPTION]-(:AzureDefenderPlan {
  name: 'AppServices', tier: 'Standard'
})

// unread: whether it is on
CREATE (:AzureSubscription)<-[:IN_SUBSCRIPTION]-(:AzureDefenderPlan {
  name: 'AppServices', unread: ['tier']
})
