// fail: over the internet
CREATE (:AwsKmsCustomKeyStore {proxy_connectivity: 'PUBLIC_ENDPOINT'})

// pass: over an endpoint service
CREATE (:AwsKmsCustomKeyStore {proxy_connectivity: 'VPC_ENDPOINT_SERVICE'})

// pass: a cluster of one's own
CREATE (:AwsKmsCustomKeyStore {type: 'AWS_CLOUDHSM'})
