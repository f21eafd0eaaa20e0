// fail: nothing is in it, nothing names it
CREATE (:AwsSecurityGroup {is_default: false})

// fail: only its own rule names it
CREATE (group:AwsSecurityGroup {is_default: false})
CREATE (group)-[:HAS_RULE]->(:AwsSecurityGroupRule)-[:REFERS_TO]->(group)

// pass: it is a default group, which stays
CREATE (:AwsSecurityGroup {is_default: true})

// pass: an interface is in it
CREATE (:AwsSecurityGroup {is_default: false})<-[:MEMBER_OF]-(:Resource:AwsNetworkInterface)

// pass: a rule of another group names it
CREATE (:AwsSecurityGroup {is_default: false, expect: 'fail'})
  -[:HAS_RULE]->(:AwsSecurityGroupRule)-[:REFERS_TO]->(:AwsSecurityGroup {is_default: false})
