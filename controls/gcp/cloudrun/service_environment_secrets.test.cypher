// fail: a password
CREATE (:GcpCloudRunService {environment_names: ['DB_PASSWORD', 'STAGE']})

// fail: in small letters
CREATE (:GcpCloudRunService {environment_names: ['api_token', 'stripe_secret_key']})

// pass: it only says where the secret is
CREATE (:GcpCloudRunService {environment_names: ['DB_SECRET_ID', 'TOKEN_URL']})

// pass: no variables
CREATE (:GcpCloudRunService {environment_names: []})

// unread: its variables
CREATE (:GcpCloudRunService {unread: ['environment_names']})
