// fail: an attached policy
CREATE (:AwsIamUser)-[:HAS_POLICY]->(:Resource:AwsIamPolicy)

// fail: an inline policy
CREATE (:AwsIamUser)-[:HAS_INLINE_POLICY]->(:Resource:AwsIamInlinePolicy)

// fail: a policy that is not listed
CREATE (:AwsIamUser)-[:HAS_POLICY]->(:Resource:Unseen)

// pass: the policy is that of its group
CREATE (:AwsIamUser)-[:MEMBER_OF]->(:AwsIamGroup)-[:HAS_POLICY]->(:Resource:AwsIamPolicy)
