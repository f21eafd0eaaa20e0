// fail: they are not
CREATE (:GcpDnsZone {is_public: true, dnssec: 'off'})

// fail: its keys are moved away
CREATE (:GcpDnsZone {is_public: true, dnssec: 'transfer'})

// pass: they are
CREATE (:GcpDnsZone {is_public: true, dnssec: 'on'})

// pass: a private zone, which can not be
CREATE (:GcpDnsZone {is_public: false, dnssec: 'off'})
