// fail: nobody here has it
CREATE (:AwsRoute53Record {bucket_name: 'www.example.com'})-[:RESOLVES_TO]->(:Resource:Unseen)

// pass: it is there
CREATE (:AwsRoute53Record {bucket_name: 'www.example.com'})
  -[:RESOLVES_TO]->(:Resource:AwsS3Bucket)

// pass: it leads elsewhere
CREATE (:AwsRoute53Record {target: 'www.example.net'})
