// fail: an old runtime
CREATE (:AwsLambdaFunction {runtime: 'python3.8'})

// pass: a current one
CREATE (:AwsLambdaFunction {runtime: 'python3.13'})

// pass: a container image, which has none
CREATE (:AwsLambdaFunction {package_type: 'Image'})
