// fail: on a subscription, and in a group
CREATE (:AzureRoleDefinition {
  is_custom: true, actions: ['*'],
  assignable_scopes: ['/subscriptions/1', '/subscriptions/1/resourcegroups/shop']
})

// fail: anywhere
CREATE (:AzureRoleDefinition {is_custom: true, actions: ['*'], assignable_scopes: ['/']})

// pass: in a resource group only
CREATE (:AzureRoleDefinition {
  is_custom: true, actions: ['*'], assignable_scopes: ['/subscriptions/1/resourcegroups/shop']
})

// pass: not everything
CREATE (:AzureRoleDefinition {
  is_custom: true, actions: ['*/read'], assignable_scopes: ['/subscriptions/1']
})

// pass: it is Azure's own
CREATE (:AzureRoleDefinition {is_custom: false, actions: ['*'], assignable_scopes: ['/']})

// unread: what it allows
CREATE (:AzureRoleDefinition {
  is_custom: true, unread: ['actions'], assignable_scopes: ['/subscriptions/1']
})
