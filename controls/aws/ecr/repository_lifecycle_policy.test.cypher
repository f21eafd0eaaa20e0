// fail: images stay for ever
CREATE (:AwsEcrRepository)

// pass: some go
CREATE (:AwsEcrRepository {lifecycle_policy: '{"rules": []}'})

// unread: its lifecycle policy
CREATE (:AwsEcrRepository {unread: ['lifecycle_policy']})
