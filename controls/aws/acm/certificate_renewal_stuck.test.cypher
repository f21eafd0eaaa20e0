// fail: it waits
CREATE (:AwsAcmCertificate {renewal_status: 'PENDING_VALIDATION'})

// fail: it has failed
CREATE (:AwsAcmCertificate {renewal_status: 'FAILED'})

// pass: it is done
CREATE (:AwsAcmCertificate {renewal_status: 'SUCCESS'})

// pass: it was never due
CREATE (:AwsAcmCertificate)

// unread: its description
CREATE (:AwsAcmCertificate {unread: ['renewal_status']})
