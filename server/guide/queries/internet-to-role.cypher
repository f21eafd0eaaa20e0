// Rules open to the internet, the instances behind them, and the roles these have
MATCH p = (:AwsSecurityGroupRule {is_open_to_internet: true, is_egress: false})
  <-[:HAS_RULE]-(:AwsSecurityGroup)<-[:MEMBER_OF]-(:AwsEc2Instance)
  -[:HAS_INSTANCE_PROFILE]->(:AwsIamInstanceProfile)-[:HAS_ROLE]->(:AwsIamRole)
RETURN p LIMIT 50
