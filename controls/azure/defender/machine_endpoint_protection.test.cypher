// fail: Defender for Cloud says that it is not so
CREATE (:AzureVirtualMachine)<-[:ABOUT]-(:AzureSecurityAssessment {
  assessment: '06e3a6db-6c0c-4ad9-943f-31d9d73ecf6c', status: 'Unhealthy'
})

// fail: the assessment has the id that it had before
CREATE (:AzureVirtualMachine)<-[:ABOUT]-(:AzureSecurityAssessment {
  assessment: '83f577bd-a1b6-b7e1-0891-12ca19d1e6df', status: 'Unhealthy'
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
  assessment: '06e3a6db-6c0c-4ad9-943f-31d9d73ecf6c', status: 'Healthy'
})
CREATE (machine)<-[:ABOUT]-(:AzureSecurityAssessment {
  assessment: 'another', status: 'Unhealthy'
})

// pass: it makes no sense for this machine
CREATE (:AzureVirtualMachine)<-[:ABOUT]-(:AzureSecurityAssessment {
  assessment: '06e3a6db-6c0c-4ad9-943f-31d9d73ecf6c', status: 'NotApplicable'
})

// unread: what was found
CREATE (:AzureVirtualMachine)<-[:ABOUT]-(:AzureSecurityAssessment {
  assessment: '06e3a6db-6c0c-4ad9-943f-31d9d73ecf6c', unread: ['status']
})
