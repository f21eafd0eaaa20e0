// fail: no RADIUS server
CREATE (:AwsDirectory {type: 'MicrosoftAD'})

// fail: it does not work
CREATE (:AwsDirectory {type: 'ADConnector', radius_state: 'Failed'})

// pass: a RADIUS server
CREATE (:AwsDirectory {type: 'MicrosoftAD', radius_state: 'Completed'})

// pass: this type can't
CREATE (:AwsDirectory {type: 'SimpleAD'})
