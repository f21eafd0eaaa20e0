// fail: a password
CREATE (:AwsLambdaFunction {environment_names: ['DB_PASSWORD', 'STAGE']})

// fail: in small letters, and two of them
CREATE (:AwsLambdaFunction {environment_names: ['api_token', 'stripe_secret_key']})

// pass: it only says where the secret is
CREATE (:AwsLambdaFunction {environment_names: ['DB_SECRET_ARN', 'TOKEN_URL']})

// pass: no variables
CREATE (:AwsLambdaFunction {environment_names: []})
