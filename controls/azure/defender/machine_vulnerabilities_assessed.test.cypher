// fail: Defender for Cloud says that it is not so
CREATE (:AzureVirtualMachine)<-[:ABOUT]-(:AzureSecurityAssessment {
  assessment: 'ffff0522-1e88-47fc-8382-2a80ba848f5d', status: 'Unhealthy'
})

// fail: nobody has looked
CREATE (:AzureVirtualMachine)

// fail: only something else was looked at
CREATE (:AzureVirtualMachine)<-[:ABOUT]-(:AzureSecurityAssessment {
  assessment: 'another', status: 'Healthy'
})

// pass: it is so, whatever else is not
CREATE (machine:AzureVirtualMachine)
CREATE (machine)<-[:ABOUT]-(:AzureSecurityAssessment {
  assessment: 'ffff0522-1e88-47fc-8382-2a80ba848f5d', status: 'Healthy'
})
CREATE (machine)<-[:ABOUT]-(:AzureSecurityAssessment {
  assessment: 'another', status: 'Unhealthy'
})

// pass: it makes no sense for this machine
CREATE (:AzureVirtualMachine)<-[:ABOUT]-(:AzureSecurityAssessment {
  assessment: 'ffff0522-1e88-47fc-8382-2a80ba848f5d', status: 'NotApplicable'
})

// unread: what was found
CREATE (:AzureVirtualMachine)<-[:ABOUT]-(:AzureSecurityAssessment {
  assessment: 'ffff0522-1e88-47fc-8382-2a80ba848f5d', unread: ['status']
})
