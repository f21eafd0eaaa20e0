// fail: tags can be moved
CREATE (:AwsEcrRepository {tag_mutability: 'MUTABLE'})

// fail: all but some can be
CREATE (:AwsEcrRepository {tag_mutability: 'MUTABLE_WITH_EXCLUSION'})

// pass: they can't
CREATE (:AwsEcrRepository {tag_mutability: 'IMMUTABLE'})

// pass: only some can be, such as a tag for the newest
CREATE (:AwsEcrRepository {tag_mutability: 'IMMUTABLE_WITH_EXCLUSION'})
