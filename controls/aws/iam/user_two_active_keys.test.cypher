// fail: two are active
CREATE (user:AwsIamUser)
CREATE (user)-[:HAS_ACCESS_KEY]->(:AwsIamAccessKey {access_key_id: 'AKIA1', is_active: true})
CREATE (user)-[:HAS_ACCESS_KEY]->(:AwsIamAccessKey {access_key_id: 'AKIA2', is_active: true})

// pass: the second is off
CREATE (user:AwsIamUser)
CREATE (user)-[:HAS_ACCESS_KEY]->(:AwsIamAccessKey {access_key_id: 'AKIA1', is_active: true})
CREATE (user)-[:HAS_ACCESS_KEY]->(:AwsIamAccessKey {access_key_id: 'AKIA2', is_active: false})

// pass: the first is off
CREATE (user:AwsIamUser)
CREATE (user)-[:HAS_ACCESS_KEY]->(:AwsIamAccessKey {access_key_id: 'AKIA1', is_active: false})
CREATE (user)-[:HAS_ACCESS_KEY]->(:AwsIamAccessKey {access_key_id: 'AKIA2', is_active: true})

// pass: two users with one each
CREATE (:AwsIamUser)-[:HAS_ACCESS_KEY]->(:AwsIamAccessKey {access_key_id: 'AKIA1', is_active: true})
CREATE (:AwsIamUser)-[:HAS_ACCESS_KEY]->(:AwsIamAccessKey {access_key_id: 'AKIA2', is_active: true})
