// fail: what is deleted is gone
CREATE (:AzureKeyVault {keeps_deleted: false, is_purge_protected: true})

// fail: it does not say that it keeps what is deleted
CREATE (:AzureKeyVault {is_purge_protected: true})

// fail: it can be purged
CREATE (:AzureKeyVault {keeps_deleted: true, is_purge_protected: false})

// fail: it does not say that it can't be
CREATE (:AzureKeyVault {keeps_deleted: true})

// pass: kept and protected
CREATE (:AzureKeyVault {keeps_deleted: true, is_purge_protected: true})

// unread: whether it is protected could not be read
CREATE (:AzureKeyVault {keeps_deleted: true, unread: ['is_purge_protected']})
