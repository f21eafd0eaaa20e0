// fail: a role of one's own
CREATE (:AwsConfigRecorder)-[:HAS_ROLE]->(:Resource:AwsIamRole {uid: 'arn:aws:iam::1:role/config'})

// pass: the one that AWS keeps
CREATE (:AwsConfigRecorder)-[:HAS_ROLE]->(:Resource:AwsIamRole {
  uid: 'arn:aws:iam::1:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig'
})
