// fail: public ones
CREATE (:AwsEcsService {assigns_public_ips: true})

// pass: private ones
CREATE (:AwsEcsService {assigns_public_ips: false})
