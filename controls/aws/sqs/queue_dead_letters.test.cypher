// fail: they are lost
CREATE (:AwsSqsQueue)

// pass: a queue gets them
CREATE (:AwsSqsQueue)-[:SENDS_TO]->(:Resource:AwsSqsQueue {expect: 'pass'})

// pass: it is for what fails in a function
CREATE (:AwsSqsQueue)<-[:SENDS_TO]-(:AwsLambdaFunction)

// unread: where they go
CREATE (:AwsSqsQueue {unread: ['SENDS_TO']})
