// fail: everyone may make volumes from it
CREATE (:AwsEbsSnapshot {is_public: true})

// pass: nobody else may
CREATE (:AwsEbsSnapshot {is_public: false})

// unread: its permissions could not be read
CREATE (:AwsEbsSnapshot {unread: ['is_public', 'SHARED_WITH']})
