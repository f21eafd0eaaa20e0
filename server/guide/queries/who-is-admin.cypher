// Who holds a policy that allows everything, directly or by a group
MATCH p = (:AwsIamPolicy {allows_everything: true})<-[:HAS_POLICY]-(holder:Resource)
OPTIONAL MATCH q = (holder)<-[:MEMBER_OF]-(:AwsIamUser)
RETURN p, q LIMIT 100
