// fail: attached to nothing
CREATE (:AwsEbsVolume {state: 'available'})

// pass: attached
CREATE (:AwsEbsVolume {state: 'in-use'})
