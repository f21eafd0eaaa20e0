// fail: off
CREATE (:AwsSecurityHub {enables_new_controls: false})

// pass: on
CREATE (:AwsSecurityHub {enables_new_controls: true})
