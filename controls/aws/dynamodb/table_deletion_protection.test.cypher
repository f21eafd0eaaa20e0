// fail: not protected
CREATE (:AwsDynamodbTable {is_deletion_protected: false})

// pass: protected
CREATE (:AwsDynamodbTable {is_deletion_protected: true})

// unread: the table could not be described
CREATE (:AwsDynamodbTable {unread: ['is_deletion_protected']})
