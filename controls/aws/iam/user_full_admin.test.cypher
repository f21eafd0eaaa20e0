// fail: attached
CREATE (:AwsIamUser)-[:HAS_POLICY]->(:AwsIamPolicy {allows_everything: true})

// fail: inline
CREATE (:AwsIamUser)-[:HAS_INLINE_POLICY]->(:AwsIamInlinePolicy {allows_everything: true})

// pass: the policy allows less
CREATE (:AwsIamUser)-[:HAS_POLICY]->(:AwsIamPolicy {allows_everything: false})

// pass: a role has it
CREATE (:AwsIamUser), (:AwsIamRole)-[:HAS_POLICY]->(:AwsIamPolicy {allows_everything: true})
