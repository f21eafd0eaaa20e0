// fail: they are not
CREATE (:AwsRoute53Zone {is_private: false, dnssec: 'NOT_SIGNING'})

// pass: they are
CREATE (:AwsRoute53Zone {is_private: false, dnssec: 'SIGNING'})

// pass: a private zone
CREATE (:AwsRoute53Zone {is_private: true, dnssec: 'NOT_SIGNING'})

// unread: its signing
CREATE (:AwsRoute53Zone {is_private: false, unread: ['dnssec']})
