// fail: nobody
CREATE (:AwsDirectory {type: 'SimpleAD'}), (:Resource:AwsSnsTopic)

// pass: a topic
CREATE (:AwsDirectory {type: 'SimpleAD'})-[:NOTIFIES]->(:Resource:AwsSnsTopic)

// pass: it is another account's, which sees to it
CREATE (:AwsDirectory {type: 'SharedMicrosoftAD'})

// unread: whom
CREATE (:AwsDirectory {type: 'SimpleAD', unread: ['NOTIFIES']})
