// fail: every six hours
CREATE (:AwsGuarddutyDetector {finding_frequency: 'SIX_HOURS'})

// pass: every hour
CREATE (:AwsGuarddutyDetector {finding_frequency: 'ONE_HOUR'})

// pass: it can't be said
CREATE (:AwsGuarddutyDetector {name: 'd'})
