// fail: a password
CREATE (:GcpCloudFunction {environment_names: ['DB_PASSWORD', 'STAGE']})

// fail: in small letters
CREATE (:GcpCloudFunction {environment_names: ['api_token', 'stripe_secret_key']})

// pass: it only says where the secret is
CREATE (:GcpCloudFunction {environment_names: ['DB_SECRET_ID', 'TOKEN_URL']})

// pass: no variables
CREATE (:GcpCloudFunction {environment_names: []})

// unread: its variables
CREATE (:GcpCloudFunction {unread: ['environment_names']})
