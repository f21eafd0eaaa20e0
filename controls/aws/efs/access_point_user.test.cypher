// fail: clients say it themselves
CREATE (:AwsEfsAccessPoint {root_path: '/'})

// pass: a user
CREATE (:AwsEfsAccessPoint {user_id: 1000})

// pass: even root is a user
CREATE (:AwsEfsAccessPoint {user_id: 0})
