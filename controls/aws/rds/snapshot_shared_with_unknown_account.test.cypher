// fail: an unknown account
CREATE (:Resource:AwsAccount {uid: 'arn:aws:iam::111111111111:root'})
CREATE (:AwsRdsSnapshot)
  -[:SHARED_WITH]->(:Resource:Unseen {uid: 'arn:aws:iam::222222222222:root'})

// fail: two of them, told once
CREATE (snapshot:AwsRdsSnapshot)
  -[:SHARED_WITH]->(:Resource:Unseen {uid: 'arn:aws:iam::222222222222:root'})
CREATE (snapshot)-[:SHARED_WITH]->(:Resource:Unseen {uid: 'arn:aws:iam::333333333333:root'})

// pass: the account is read too
CREATE (:AwsRdsSnapshot)
  -[:SHARED_WITH]->(:Resource:AwsAccount {uid: 'arn:aws:iam::111111111111:root'})

// pass: nobody
CREATE (:AwsRdsSnapshot)

// unread: who may could not be read
CREATE (:AwsRdsSnapshot {unread: ['is_public', 'SHARED_WITH']})
