// fail: suspended
CREATE (:AwsGuarddutyDetector {is_enabled: false})

// pass: on
CREATE (:AwsGuarddutyDetector {is_enabled: true})
