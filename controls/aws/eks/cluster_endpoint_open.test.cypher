// fail: every address, among others
CREATE (:AwsEksCluster {
  is_endpoint_public: true, public_access_cidrs: ['198.51.100.0/24', '0.0.0.0/0']
})

// fail: every address of IPv6
CREATE (:AwsEksCluster {is_endpoint_public: true, public_access_cidrs: ['::/0']})

// pass: known addresses
CREATE (:AwsEksCluster {is_endpoint_public: true, public_access_cidrs: ['198.51.100.0/24']})

// pass: no way in from the internet
CREATE (:AwsEksCluster {is_endpoint_public: false, public_access_cidrs: ['0.0.0.0/0']})

// unread: its description
CREATE (:AwsEksCluster {unread: ['is_endpoint_public', 'public_access_cidrs']})
