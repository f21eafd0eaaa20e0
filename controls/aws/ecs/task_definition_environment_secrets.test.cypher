// fail: a password
CREATE (:AwsEcsTaskDefinition {environment_names: ['DB_PASSWORD', 'STAGE']})

// fail: in small letters, and two of them
CREATE (:AwsEcsTaskDefinition {environment_names: ['api_token', 'stripe_secret_key']})

// pass: it only says where the secret is
CREATE (:AwsEcsTaskDefinition {environment_names: ['DB_SECRET_ARN', 'TOKEN_URL']})

// pass: no variables
CREATE (:AwsEcsTaskDefinition {environment_names: []})
