// fail: neither password nor users
CREATE (:AwsElasticacheReplicationGroup {has_auth_token: false})

// pass: a password
CREATE (:AwsElasticacheReplicationGroup {has_auth_token: true})

// pass: users
CREATE (:AwsElasticacheReplicationGroup {has_auth_token: false})
  -[:HAS_USER_GROUP]->(:Resource:Unseen)
