// fail: everything with keys
CREATE (:AzureKeyVault {uses_rbac: false, is_purge_protected: false})
  -[:GRANTS_ACCESS_TO {keys: ['all'], secrets: [], certificates: []}]->(:Resource:Unseen)

// fail: purging secrets, in a vault that does not say
CREATE (:AzureKeyVault)
  -[:GRANTS_ACCESS_TO {keys: [], secrets: ['get', 'purge'], certificates: []}]->(:Resource:Unseen)

// fail: purging certificates
CREATE (:AzureKeyVault)
  -[:GRANTS_ACCESS_TO {keys: [], secrets: [], certificates: ['purge']}]->(:Resource:Unseen)

// pass: reading
CREATE (:AzureKeyVault {uses_rbac: false, is_purge_protected: false})
  -[:GRANTS_ACCESS_TO {keys: ['get'], secrets: ['get'], certificates: []}]->(:Resource:Unseen)

// pass: role assignments decide
CREATE (:AzureKeyVault {uses_rbac: true, is_purge_protected: false})
  -[:GRANTS_ACCESS_TO {keys: ['all'], secrets: [], certificates: []}]->(:Resource:Unseen)

// pass: nobody may purge
CREATE (:AzureKeyVault {uses_rbac: false, is_purge_protected: true})
  -[:GRANTS_ACCESS_TO {keys: ['all'], secrets: [], certificates: []}]->(:Resource:Unseen)

// unread: whom its policies let in
CREATE (:AzureKeyVault {uses_rbac: false, unread: ['GRANTS_ACCESS_TO']})
