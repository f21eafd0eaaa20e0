// fail: kept out of them
CREATE (:AwsAcmCertificate {is_logged_publicly: false})

// pass: in them
CREATE (:AwsAcmCertificate {is_logged_publicly: true})

// pass: somebody else issued it
CREATE (:AwsAcmCertificate {type: 'IMPORTED'})

// unread: its description
CREATE (:AwsAcmCertificate {unread: ['is_logged_publicly']})
