// fail: it serves none
CREATE (:AwsInternetGateway {is_attached: false})

// pass: it serves one
CREATE (:AwsInternetGateway {is_attached: true})
