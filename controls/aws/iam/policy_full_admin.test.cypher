// fail: a role has it
CREATE (:Resource:AwsIamRole)-[:HAS_POLICY]->(:AwsIamPolicy {allows_everything: true})

// fail: AWS keeps it, and a group and a user have it
CREATE (policy:AwsIamPolicy {allows_everything: true, is_aws_managed: true})
CREATE (:Resource:AwsIamGroup)-[:HAS_POLICY]->(policy)
CREATE (:Resource:AwsIamUser)-[:HAS_POLICY]->(policy)

// pass: it allows less
CREATE (:Resource:AwsIamRole)-[:HAS_POLICY]->(:AwsIamPolicy {allows_everything: false})

// pass: nobody has it
CREATE (:AwsIamPolicy {allows_everything: true})

// pass: it only bounds a role
CREATE (:Resource:AwsIamRole)-[:BOUNDED_BY]->(:AwsIamPolicy {allows_everything: true})
