// fail: everyone may restore it
CREATE (:AwsRdsSnapshot {is_public: true})

// pass: nobody else may
CREATE (:AwsRdsSnapshot {is_public: false})

// unread: who may could not be read
CREATE (:AwsRdsSnapshot {unread: ['is_public', 'SHARED_WITH']})
