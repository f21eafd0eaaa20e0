// fail: plain HTTP among others
CREATE (:AwsSnsTopic {subscription_protocols: ['email', 'http']})

// pass: HTTPS
CREATE (:AwsSnsTopic {subscription_protocols: ['https']})

// pass: nobody has subscribed
CREATE (:AwsSnsTopic {subscription_protocols: []})
