// fail: nowhere
CREATE (:AwsDirectory {type: 'MicrosoftAD'}), (:Resource:AwsLogGroup)

// pass: to a group
CREATE (:AwsDirectory {type: 'MicrosoftAD'})-[:LOGS_TO]->(:Resource:AwsLogGroup)

// pass: this type can't
CREATE (:AwsDirectory {type: 'SimpleAD'})

// unread: where to
CREATE (:AwsDirectory {type: 'MicrosoftAD', unread: ['LOGS_TO']})
