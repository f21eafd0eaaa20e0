// fail: everything
CREATE (:AwsEfsAccessPoint {root_path: '/'})

// pass: a folder
CREATE (:AwsEfsAccessPoint {root_path: '/web'})
