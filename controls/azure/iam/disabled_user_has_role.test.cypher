// fail: the user is switched off
CREATE (:AzureRoleAssignment)-[:TO]->(:EntraUser {is_enabled: false})

// pass: the user signs in
CREATE (:AzureRoleAssignment)-[:TO]->(:EntraUser {is_enabled: true})

// unread: whether the user does
CREATE (:AzureRoleAssignment)-[:TO]->(:EntraUser {unread: ['is_enabled']})
