// fail: none
CREATE (:AwsEc2Instance {state: 'running'})

// pass: one
CREATE (:AwsEc2Instance {state: 'running'})
  -[:HAS_INSTANCE_PROFILE]->(:Resource:AwsIamInstanceProfile)

// pass: one that is not known
CREATE (:AwsEc2Instance {state: 'running'})-[:HAS_INSTANCE_PROFILE]->(:Resource:Unseen)

// pass: none, but it is terminated
CREATE (:AwsEc2Instance {state: 'terminated'})
