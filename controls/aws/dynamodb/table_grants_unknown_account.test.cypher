// fail: an unknown account
CREATE (:Resource:AwsAccount {id: '111111111111'})
CREATE (:AwsDynamodbTable)
  -[:GRANTS_ACCESS_TO]->(:Resource:Unseen {uid: 'arn:aws:iam::222222222222:root'})

// fail: a role of an unknown account, whatever it is called
CREATE (:Resource:AwsAccount {id: '111111111111'})
CREATE (:AwsDynamodbTable)
  -[:GRANTS_ACCESS_TO]->(:Resource:Unseen {uid: 'arn:aws:iam::222222222222:role/111111111111'})

// pass: an account that is read too
CREATE (:AwsDynamodbTable)
  -[:GRANTS_ACCESS_TO]->(:Resource:AwsAccount {
    id: '111111111111', uid: 'arn:aws:iam::111111111111:root'
  })

// pass: a role of a known account
CREATE (:Resource:AwsAccount {id: '111111111111'})
CREATE (:AwsDynamodbTable)
  -[:GRANTS_ACCESS_TO]->(:Resource:Unseen {uid: 'arn:aws:iam::111111111111:role/reader'})

// pass: nobody
CREATE (:AwsDynamodbTable)

// unread: its policy could not be read
CREATE (:AwsDynamodbTable {unread: ['GRANTS_ACCESS_TO', 'policy', 'policy_public_actions']})
