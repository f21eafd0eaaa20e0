// fail: there is no role
CREATE (:AzureSubscription {id: '/subscriptions/1'})

// fail: a role of our own for something else
CREATE (:AzureSubscription {id: '/subscriptions/1'})
CREATE (:AzureRoleDefinition {
  is_custom: true, actions: ['*/read'], assignable_scopes: ['/subscriptions/1']
})

// fail: the role is Azure's own
CREATE (:AzureSubscription {id: '/subscriptions/1'})
CREATE (:AzureRoleDefinition {
  is_custom: false, actions: ['Microsoft.Authorization/locks/*'],
  assignable_scopes: ['/subscriptions/1']
})

// fail: it is for another subscription, and for a group that this one is not in
CREATE (:AzureSubscription {id: '/subscriptions/1'})
  -[:IN_MANAGEMENT_GROUP]->(:AzureManagementGroup {id: '/groups/shops'})
CREATE (:AzureManagementGroup {id: '/groups/others'})
CREATE (:AzureRoleDefinition {
  is_custom: true, actions: ['Microsoft.Authorization/locks/*'],
  assignable_scopes: ['/subscriptions/2', '/groups/others']
})

// pass: a role for locks, in whatever casing, among other things
CREATE (:AzureSubscription {id: '/subscriptions/1'})
CREATE (:AzureRoleDefinition {
  is_custom: true, actions: ['*/read', 'microsoft.authorization/Locks/*'],
  assignable_scopes: ['/subscriptions/2', '/subscriptions/1']
})

// pass: one from a management group above
CREATE (:AzureSubscription {id: '/subscriptions/1'})
  -[:IN_MANAGEMENT_GROUP]->(:AzureManagementGroup {id: '/groups/shops'})
  -[:IN_MANAGEMENT_GROUP]->(:AzureManagementGroup {id: '/groups/all'})
CREATE (:AzureRoleDefinition {
  is_custom: true, actions: ['Microsoft.Authorization/locks/*'], assignable_scopes: ['/groups/all']
})

// unread: what the role allows
CREATE (:AzureSubscription {id: '/subscriptions/1'})
CREATE (:AzureRoleDefinition {
  is_custom: true, unread: ['actions'], assignable_scopes: ['/subscriptions/1']
})
