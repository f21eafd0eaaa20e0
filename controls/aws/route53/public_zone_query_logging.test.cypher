// fail: they are not
CREATE (:AwsRoute53Zone {is_private: false, is_query_logged: false})

// pass: they are
CREATE (:AwsRoute53Zone {is_private: false, is_query_logged: true})

// pass: a private zone
CREATE (:AwsRoute53Zone {is_private: true, is_query_logged: false})

// unread: the configurations
CREATE (:AwsRoute53Zone {is_private: false, unread: ['is_query_logged']})
