// fail: no tag
CREATE (:AwsEc2Instance {state: 'running'})

// fail: another tag
CREATE (:AwsEc2Instance {state: 'running'})-[:TAGGED]->(:Tag {key: 'env', value: 'prod'})

// pass: it says who
CREATE (:AwsEc2Instance {state: 'running'})-[:TAGGED]->(:Tag {key: 'owner', value: 'shop'})

// pass: it is terminated
CREATE (:AwsEc2Instance {state: 'terminated'})
