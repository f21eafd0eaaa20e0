// fail: everyone may restore it
CREATE (:AwsRdsClusterSnapshot {is_public: true})

// pass: nobody else may
CREATE (:AwsRdsClusterSnapshot {is_public: false})

// unread: who may could not be read
CREATE (:AwsRdsClusterSnapshot {unread: ['is_public', 'SHARED_WITH']})
