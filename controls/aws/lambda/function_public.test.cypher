// fail: its policy lets anyone in
CREATE (:AwsLambdaFunction {policy_public_actions: ['lambda:InvokeFunction']})

// fail: its address asks nobody who they are
CREATE (:AwsLambdaFunction {policy_public_actions: [], url_auth_type: 'NONE'})

// pass: its address asks for signed requests
CREATE (:AwsLambdaFunction {policy_public_actions: [], url_auth_type: 'AWS_IAM'})

// pass: no address
CREATE (:AwsLambdaFunction {policy_public_actions: []})

// unread: its address
CREATE (:AwsLambdaFunction {policy_public_actions: [], unread: ['url', 'url_auth_type']})
