// fail: it failed
CREATE (:AwsAccessAnalyzer {status: 'FAILED'})

// fail: it is off
CREATE (:AwsAccessAnalyzer {status: 'DISABLED'})

// pass: it is at work
CREATE (:AwsAccessAnalyzer {status: 'ACTIVE'})

// pass: it is being made
CREATE (:AwsAccessAnalyzer {status: 'CREATING'})
