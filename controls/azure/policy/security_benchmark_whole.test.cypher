// fail: one is switched off
CREATE (:AzurePolicyAssignment {
  definition: '/policysetdefinitions/1f3afdf9-d0c9-4c3d-847f-89da613e70a8',
  disabled_parameters: ['systemUpdatesMonitoringEffect'], enforcement_mode: 'Default'
})

// fail: it only watches
CREATE (:AzurePolicyAssignment {
  definition: '/policysetdefinitions/1f3afdf9-d0c9-4c3d-847f-89da613e70a8',
  disabled_parameters: [], enforcement_mode: 'DoNotEnforce'
})

// pass: none is, and it is enforced
CREATE (:AzurePolicyAssignment {
  definition: '/policysetdefinitions/1f3afdf9-d0c9-4c3d-847f-89da613e70a8',
  disabled_parameters: [], enforcement_mode: 'Default'
})

// pass: it is another set of policies
CREATE (:AzurePolicyAssignment {
  definition: '/providers/microsoft.authorization/policysetdefinitions/another',
  disabled_parameters: ['effect'], enforcement_mode: 'DoNotEnforce'
})

// unread: what is switched off
CREATE (:AzurePolicyAssignment {
  definition: '/policysetdefinitions/1f3afdf9-d0c9-4c3d-847f-89da613e70a8',
  unread: ['disabled_parameters'], enforcement_mode: 'Default'
})
