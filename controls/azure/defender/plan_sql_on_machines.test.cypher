// fail: there is no such plan
CREATE (:AzureSubscription)

// fail: it is off
CREATE (:AzureSubscription)<-[:IN_SUBSCRIPTION]-(:AzureDefenderPlan {
  name: 'SqlServerVirtualMachines', tier: 'Free'
})

// fail: only another plan is on
CREATE (:AzureSubscription)<-[:IN_SUBSCRIPTION]-(:AzureDefenderPlan {
  name: 'Another', tier: 'Standard'
})

// pass: it is on
CREATE (:AzureSubscription)<-[:IN_SUBSCRIPTION]-(:AzureDefenderPlan {
  name: 'SqlServerVirtualMachines', tier: 'Standard'
})

// unread: whether it is on
CREATE (:AzureSubscription)<-[:IN_SUBSCRIPTION]-(:AzureDefenderPlan {
  name: 'SqlServerVirtualMachines', unread: ['tier']
})
