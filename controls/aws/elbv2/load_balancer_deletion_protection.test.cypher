// fail: off
CREATE (:AwsLoadBalancer {is_deletion_protected: false})

// pass: on
CREATE (:AwsLoadBalancer {is_deletion_protected: true})

// unread: its attributes could not be read
CREATE (:AwsLoadBalancer {type: 'application', unread: ['is_deletion_protected']})
