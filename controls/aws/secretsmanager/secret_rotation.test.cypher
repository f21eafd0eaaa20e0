// fail: not rotated
CREATE (:AwsSecret {is_rotated: false, is_replica: false})

// pass: rotated
CREATE (:AwsSecret {is_rotated: true, is_replica: false})

// pass: a service of AWS keeps it
CREATE (:AwsSecret {is_rotated: false, is_replica: false, owning_service: 'events'})

// pass: a copy, which changes with its original
CREATE (:AwsSecret {is_rotated: false, is_replica: true})
