// fail: nobody has the policy
CREATE (:AwsAccount {id: '111111111111'})

// fail: somebody has it in another account
CREATE (:AwsAccount {id: '111111111111'})
CREATE (:AwsIamRole {account: '222222222222'})-[:HAS_POLICY]->(:AwsIamPolicy {
  name: 'AWSSupportAccess', is_aws_managed: true
})

// fail: a policy of the account only has the name
CREATE (:AwsAccount {id: '111111111111'})
CREATE (:AwsIamRole {account: '111111111111'})-[:HAS_POLICY]->(:AwsIamPolicy {
  name: 'AWSSupportAccess', is_aws_managed: false
})

// fail: another policy of AWS
CREATE (:AwsAccount {id: '111111111111'})
CREATE (:AwsIamRole {account: '111111111111'})-[:HAS_POLICY]->(:AwsIamPolicy {
  name: 'ReadOnlyAccess', is_aws_managed: true
})

// pass: a role has it
CREATE (:AwsAccount {id: '111111111111'})
CREATE (:AwsIamRole {account: '111111111111'})-[:HAS_POLICY]->(:AwsIamPolicy {
  name: 'AWSSupportAccess', is_aws_managed: true
})

// pass: a group has it
CREATE (:AwsAccount {id: '111111111111'})
CREATE (:AwsIamGroup {account: '111111111111'})-[:HAS_POLICY]->(:AwsIamPolicy {
  name: 'AWSSupportAccess', is_aws_managed: true
})

// pass: a user has it
CREATE (:AwsAccount {id: '111111111111'})
CREATE (:AwsIamUser {account: '111111111111'})-[:HAS_POLICY]->(:AwsIamPolicy {
  name: 'AWSSupportAccess', is_aws_managed: true
})
