// fail: a group has it
CREATE (:Resource:AwsIamGroup)-[:HAS_POLICY]->(:AwsIamPolicy {
  name: 'AWSCloudShellFullAccess', is_aws_managed: true
})

// pass: nobody has it
CREATE (:AwsIamPolicy {name: 'AWSCloudShellFullAccess', is_aws_managed: true})

// pass: a policy of the account only has the name
CREATE (:Resource:AwsIamGroup)-[:HAS_POLICY]->(:AwsIamPolicy {
  name: 'AWSCloudShellFullAccess', is_aws_managed: false
})

// pass: another policy of AWS
CREATE (:Resource:AwsIamGroup)-[:HAS_POLICY]->(:AwsIamPolicy {
  name: 'ReadOnlyAccess', is_aws_managed: true
})
