// fail: there is no plan
CREATE (:AzureSubscription)

// fail: both are off
CREATE (subscription:AzureSubscription)
CREATE (subscription)<-[:IN_SUBSCRIPTION]-(:AzureDefenderPlan {name: 'Dns', tier: 'Free'})
CREATE (subscription)<-[:IN_SUBSCRIPTION]-(:AzureDefenderPlan {
  name: 'VirtualMachines', tier: 'Free', sub_plan: 'P2'
})

// fail: the first plan for servers looks up nothing
CREATE (:AzureSubscription)<-[:IN_SUBSCRIPTION]-(:AzureDefenderPlan {
  name: 'VirtualMachines', tier: 'Standard', sub_plan: 'P1'
})

// fail: only another plan is on
CREATE (:AzureSubscription)<-[:IN_SUBSCRIPTION]-(:AzureDefenderPlan {
  name: 'Another', tier: 'Standard', sub_plan: 'P2'
})

// pass: the plan for DNS is on
CREATE (:AzureSubscription)<-[:IN_SUBSCRIPTION]-(:AzureDefenderPlan {
  name: 'Dns', tier: 'Standard'
})

// pass: the second plan for servers is on
CREATE (:AzureSubscription)<-[:IN_SUBSCRIPTION]-(:AzureDefenderPlan {
  name: 'VirtualMachines', tier: 'Standard', sub_plan: 'P2'
})

// unread: which plan for servers it is
CREATE (:AzureSubscription)<-[:IN_SUBSCRIPTION]-(:AzureDefenderPlan {
  name: 'VirtualMachines', tier: 'Standard', unread: ['sub_plan']
})
