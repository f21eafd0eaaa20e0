// fail: anyone may do anything
CREATE (:AwsVpcEndpoint {policy: '{}', policy_open_actions: ['*']})

// pass: nobody may do anything on everything without a condition
CREATE (:AwsVpcEndpoint {policy: '{}', policy_open_actions: []})

// pass: the service takes no policy
CREATE (:AwsVpcEndpoint {policy_open_actions: []})
