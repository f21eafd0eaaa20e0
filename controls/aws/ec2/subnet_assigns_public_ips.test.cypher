// fail: each launch gets one
CREATE (:AwsSubnet {assigns_public_ips: true})

// pass: none does
CREATE (:AwsSubnet {assigns_public_ips: false})
