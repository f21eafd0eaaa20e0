// fail: nobody is in it
CREATE (:AwsIamGroup), (:AwsIamUser)

// pass: a user is in it
CREATE (:AwsIamUser)-[:MEMBER_OF]->(:AwsIamGroup)
