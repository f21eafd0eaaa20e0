// fail: it does not
CREATE (:AwsGuarddutyDetector {is_enabled: true, features: ['S3_DATA_EVENTS']})

// pass: it does
CREATE (:AwsGuarddutyDetector {is_enabled: true, features: ['LAMBDA_NETWORK_LOGS']})

// pass: it is suspended
CREATE (:AwsGuarddutyDetector {is_enabled: false, features: []})

// unread: what is on
CREATE (:AwsGuarddutyDetector {is_enabled: true, unread: ['features']})
