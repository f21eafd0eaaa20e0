// fail: anyone may
CREATE (:AwsOpensearchDomain {
  policy_public_actions: ['es:*'], has_fine_grained_access: false, allows_anonymous: false,
  is_in_vpc: false
})

// fail: its roles are not asked yet
CREATE (:AwsOpensearchDomain {
  policy_public_actions: ['es:*'], has_fine_grained_access: true, allows_anonymous: true,
  is_in_vpc: false
})

// pass: the policy says who may
CREATE (:AwsOpensearchDomain {
  policy_public_actions: [], has_fine_grained_access: false, allows_anonymous: false,
  is_in_vpc: false
})

// pass: roles inside of it decide
CREATE (:AwsOpensearchDomain {
  policy_public_actions: ['es:*'], has_fine_grained_access: true, allows_anonymous: false,
  is_in_vpc: false
})

// pass: it is in a network
CREATE (:AwsOpensearchDomain {
  policy_public_actions: ['es:*'], has_fine_grained_access: false, allows_anonymous: false,
  is_in_vpc: true
})
