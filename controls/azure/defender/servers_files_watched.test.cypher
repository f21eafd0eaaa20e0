// fail: there is no such plan
CREATE (:AzureSubscription)

// fail: the plan is off
CREATE (:AzureSubscription)<-[:IN_SUBSCRIPTION]-(:AzureDefenderPlan {
  name: 'VirtualMachines', tier: 'Free', extensions: ['FileIntegrityMonitoring']
})

// fail: the extension is off
CREATE (:AzureSubscription)<-[:IN_SUBSCRIPTION]-(:AzureDefenderPlan {
  name: 'VirtualMachines', tier: 'Standard', extensions: ['Another']
})

// fail: another plan has it
CREATE (:AzureSubscription)<-[:IN_SUBSCRIPTION]-(:AzureDefenderPlan {
  name: 'CloudPosture', tier: 'Standard', extensions: ['FileIntegrityMonitoring']
})

// pass: it is on
CREATE (:AzureSubscription)<-[:IN_SUBSCRIPTION]-(:AzureDefenderPlan {
  name: 'VirtualMachines', tier: 'Standard', extensions: ['FileIntegrityMonitoring']
})

// unread: the plan's extensions
CREATE (:AzureSubscription)<-[:IN_SUBSCRIPTION]-(:AzureDefenderPlan {
  name: 'VirtualMachines', tier: 'Standard', unread: ['extensions']
})
