// fail: requests are not logged
CREATE (:AwsClassicLoadBalancer {is_access_logged: false})

// pass: they are
CREATE (:AwsClassicLoadBalancer {is_access_logged: true})

// unread: its attributes could not be read
CREATE (:AwsClassicLoadBalancer {unread: ['is_access_logged']})
