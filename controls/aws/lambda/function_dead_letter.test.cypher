// fail: nowhere
CREATE (:AwsLambdaFunction), (:Resource:AwsSnsTopic)

// pass: a topic
CREATE (:AwsLambdaFunction)-[:SENDS_TO]->(:Resource:AwsSnsTopic)

// pass: a queue
CREATE (:AwsLambdaFunction)-[:SENDS_TO]->(:Resource:Unseen)
