// fail: nobody
CREATE (:GcpOrganization)

// fail: nobody for one category
CREATE (:GcpOrganization)<-[:CONTACT_OF]-(:GcpEssentialContact {
  is_invalid: false, categories: ['LEGAL', 'SECURITY', 'SUSPENSION']
})

// fail: mail to the one contact comes back
CREATE (:GcpOrganization)
  <-[:CONTACT_OF]-(:GcpEssentialContact {is_invalid: true, categories: ['ALL']})

// fail: the contact is a project's
CREATE (:GcpOrganization), (:GcpEssentialContact {is_invalid: false, categories: ['ALL']})

// pass: one for all
CREATE (:GcpOrganization)
  <-[:CONTACT_OF]-(:GcpEssentialContact {is_invalid: false, categories: ['ALL']})

// pass: one that names each category
CREATE (:GcpOrganization)<-[:CONTACT_OF]-(:GcpEssentialContact {
  is_invalid: false, categories: ['LEGAL', 'SECURITY', 'SUSPENSION', 'TECHNICAL']
})

// pass: two share the categories
CREATE (organization:GcpOrganization)<-[:CONTACT_OF]-(:GcpEssentialContact {
  is_invalid: false, categories: ['LEGAL', 'SECURITY']
})
CREATE (organization)<-[:CONTACT_OF]-(:GcpEssentialContact {
  is_invalid: false, categories: ['SUSPENSION', 'TECHNICAL']
})

// unread: what they are told
CREATE (:GcpOrganization)
  <-[:CONTACT_OF]-(:GcpEssentialContact {is_invalid: false, unread: ['categories']})
