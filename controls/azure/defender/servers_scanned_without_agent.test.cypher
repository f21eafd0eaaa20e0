// fail: there is no such plan
CREATE (:AzureSubscription)

// fail: the plan is off
CREATE (:AzureSubscription)<-[:IN_SUBSCRIPTION]-(:AzureDefenderPlan {
  name: 'VirtualMachines', tier: 'Free', extensions: ['AgentlessVmScanning']
})

// fail: the extension is off
CREATE (:AzureSubscription)<-[:IN_SUBSCRIPTION]-(:AzureDefenderPlan {
  name: 'VirtualMachines', tier: 'Standard', extensions: ['Another']
})

// fail: another plan has it
CREATE (:AzureSubscription)<-[:IN_SUBSCRIPTION]-(:AzureDefenderPlan {
  name: 'CloudPosture', tier: 'Standard', extensions: ['AgentlessVmScanning']
})

// pass: it is on
CREATE (:AzureSubscription)<-[:IN_SUBSCRIPTION]-(:AzureDefenderPlan {
  name: 'VirtualMachines', tier: 'Standard', extensions: ['AgentlessVmScanning']
})

// unread: the plan's extensions
CREATE (:AzureSubscription)<-[:IN_SUBSCRIPTION]-(:AzureDefenderPlan {
  name: 'VirtualMachines', tier: 'Standard', unread: ['extensions']
})
