// fail: a key that ECR owns
CREATE (:AwsEcrRepository {encryption: 'AES256'}), (:Resource:AwsKmsKey)

// pass: a key
CREATE (:AwsEcrRepository)-[:ENCRYPTED_BY]->(:Resource:AwsKmsKey)

// pass: a key that AWS keeps
CREATE (:AwsEcrRepository)-[:ENCRYPTED_BY]->(:Resource:Unseen)
