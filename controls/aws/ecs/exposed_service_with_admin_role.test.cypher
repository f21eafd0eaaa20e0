// fail: by a load balancer
CREATE (service:AwsEcsService)-[:RUNS]->(:AwsEcsTaskDefinition)
  -[:HAS_ROLE {is_task_role: true}]->(:AwsIamRole)
  -[:HAS_POLICY]->(:AwsIamPolicy {allows_everything: true})
CREATE (service)<-[:ROUTES_TO]-(:AwsTargetGroup)
  <-[:FORWARDS_TO]-(:AwsLoadBalancer {is_internet_facing: true})

// fail: by a public address, with an inline policy
CREATE (service:AwsEcsService {assigns_public_ips: true})-[:RUNS]->(:AwsEcsTaskDefinition)
  -[:HAS_ROLE {is_task_role: true}]->(:AwsIamRole)
  -[:HAS_INLINE_POLICY]->(:AwsIamInlinePolicy {allows_everything: true})
CREATE (service)-[:MEMBER_OF]->(:AwsSecurityGroup)
  -[:HAS_RULE]->(:AwsSecurityGroupRule {is_egress: false, is_open_to_internet: true})

// fail: with a boundary that bounds nothing
CREATE (service:AwsEcsService)-[:RUNS]->(:AwsEcsTaskDefinition)
  -[:HAS_ROLE {is_task_role: true}]->(role:AwsIamRole)
  -[:HAS_POLICY]->(:AwsIamPolicy {allows_everything: true})
CREATE (role)-[:BOUNDED_BY]->(:AwsIamPolicy {allows_everything: true})
CREATE (service)<-[:ROUTES_TO]-(:AwsTargetGroup)
  <-[:FORWARDS_TO]-(:AwsLoadBalancer {is_internet_facing: true})

// pass: only ECS itself has the role
CREATE (service:AwsEcsService)-[:RUNS]->(:AwsEcsTaskDefinition)
  -[:HAS_ROLE {is_task_role: false}]->(:AwsIamRole)
  -[:HAS_POLICY]->(:AwsIamPolicy {allows_everything: true})
CREATE (service)<-[:ROUTES_TO]-(:AwsTargetGroup)
  <-[:FORWARDS_TO]-(:AwsLoadBalancer {is_internet_facing: true})

// pass: the policy allows less
CREATE (service:AwsEcsService)-[:RUNS]->(:AwsEcsTaskDefinition)
  -[:HAS_ROLE {is_task_role: true}]->(:AwsIamRole)
  -[:HAS_POLICY]->(:AwsIamPolicy {allows_everything: false})
CREATE (service)<-[:ROUTES_TO]-(:AwsTargetGroup)
  <-[:FORWARDS_TO]-(:AwsLoadBalancer {is_internet_facing: true})

// pass: a boundary allows less
CREATE (service:AwsEcsService)-[:RUNS]->(:AwsEcsTaskDefinition)
  -[:HAS_ROLE {is_task_role: true}]->(role:AwsIamRole)
  -[:HAS_POLICY]->(:AwsIamPolicy {allows_everything: true})
CREATE (role)-[:BOUNDED_BY]->(:AwsIamPolicy {allows_everything: false})
CREATE (service)<-[:ROUTES_TO]-(:AwsTargetGroup)
  <-[:FORWARDS_TO]-(:AwsLoadBalancer {is_internet_facing: true})

// pass: the load balancer is internal
CREATE (service:AwsEcsService)-[:RUNS]->(:AwsEcsTaskDefinition)
  -[:HAS_ROLE {is_task_role: true}]->(:AwsIamRole)
  -[:HAS_POLICY]->(:AwsIamPolicy {allows_everything: true})
CREATE (service)<-[:ROUTES_TO]-(:AwsTargetGroup)
  <-[:FORWARDS_TO]-(:AwsLoadBalancer {is_internet_facing: false})

// pass: no public address
CREATE (service:AwsEcsService {assigns_public_ips: false})-[:RUNS]->(:AwsEcsTaskDefinition)
  -[:HAS_ROLE {is_task_role: true}]->(:AwsIamRole)
  -[:HAS_POLICY]->(:AwsIamPolicy {allows_everything: true})
CREATE (service)-[:MEMBER_OF]->(:AwsSecurityGroup)
  -[:HAS_RULE]->(:AwsSecurityGroupRule {is_egress: false, is_open_to_internet: true})

// pass: known addresses only
CREATE (service:AwsEcsService {assigns_public_ips: true})-[:RUNS]->(:AwsEcsTaskDefinition)
  -[:HAS_ROLE {is_task_role: true}]->(:AwsIamRole)
  -[:HAS_POLICY]->(:AwsIamPolicy {allows_everything: true})
CREATE (service)-[:MEMBER_OF]->(:AwsSecurityGroup)
  -[:HAS_RULE]->(:AwsSecurityGroupRule {is_egress: false, is_open_to_internet: false})

// pass: only the way out is open
CREATE (service:AwsEcsService {assigns_public_ips: true})-[:RUNS]->(:AwsEcsTaskDefinition)
  -[:HAS_ROLE {is_task_role: true}]->(:AwsIamRole)
  -[:HAS_POLICY]->(:AwsIamPolicy {allows_everything: true})
CREATE (service)-[:MEMBER_OF]->(:AwsSecurityGroup)
  -[:HAS_RULE]->(:AwsSecurityGroupRule {is_egress: true, is_open_to_internet: true})
