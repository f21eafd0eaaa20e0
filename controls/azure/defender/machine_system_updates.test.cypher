// fail: Defender for Cloud says that it is not so
CREATE (:AzureVirtualMachine)<-[:ABOUT]-(:AzureSecurityAssessment {
  assessment: 'e1145ab1-eb4f-43d8-911b-36ddf771d13f', status: 'Unhealthy'
})

// fail: the assessment has the id that it had before
CREATE (:AzureVirtualMachine)<-[:ABOUT]-(:AzureSecurityAssessment {
  assessment: '4ab6e3c5-74dd-8b35-9ab9-f61b30875b27', status: 'Unhealthy'
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
  assessment: 'e1145ab1-eb4f-43d8-911b-36ddf771d13f', status: 'Healthy'
})
CREATE (machine)<-[:ABOUT]-(:AzureSecurityAssessment {
  assessment: 'another', status: 'Unhealthy'
})

// pass: it makes no sense for this machine
CREATE (:AzureVirtualMachine)<-[:ABOUT]-(:AzureSecurityAssessment {
  assessment: 'e1145ab1-eb4f-43d8-911b-36ddf771d13f', status: 'NotApplicable'
})

// unread: what was found
CREATE (:AzureVirtualMachine)<-[:ABOUT]-(:AzureSecurityAssessment {
  assessment: 'e1145ab1-eb4f-43d8-911b-36ddf771d13f', unread: ['status']
})
