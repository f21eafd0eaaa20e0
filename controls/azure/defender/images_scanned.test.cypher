// fail: there is no such plan
CREATE (:AzureSubscription)

// fail: the plan is off
CREATE (:AzureSubscription)<-[:IN_SUBSCRIPTION]-(:AzureDefenderPlan {
  name: 'Containers', tier: 'Free', extensions: ['ContainerRegistriesVulnerabilityAssessments']
})

// fail: the extension is off
CREATE (:AzureSubscription)<-[:IN_SUBSCRIPTION]-(:AzureDefenderPlan {
  name: 'Containers', tier: 'Standard', extensions: ['Another']
})

// fail: another plan has it
CREATE (:AzureSubscription)<-[:IN_SUBSCRIPTION]-(:AzureDefenderPlan {
  name: 'CloudPosture', tier: 'Standard', extensions: ['ContainerRegistriesVulnerabilityAssessments']
})

// pass: it is on
CREATE (:AzureSubscription)<-[:IN_SUBSCRIPTION]-(:AzureDefenderPlan {
  name: 'Containers', tier: 'Standard', extensions: ['ContainerRegistriesVulnerabilityAssessments']
})

// unread: the plan's extensions
CREATE (:AzureSubscription)<-[:IN_SUBSCRIPTION]-(:AzureDefenderPlan {
  name: 'Containers', tier: 'Standard', unread: ['extensions']
})
