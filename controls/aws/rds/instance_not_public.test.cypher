// fail: its name leads to a public address
CREATE (:AwsRdsInstance {is_publicly_accessible: true})

// pass: it does not
CREATE (:AwsRdsInstance {is_publicly_accessible: false})
