// fail: none
CREATE (:AwsAccount {id: '1'})

// fail: it failed
CREATE (:AwsAccount {id: '1'})
CREATE (:AwsAccessAnalyzer {account: '1', status: 'FAILED', unused_after_days: 90})

// fail: it looks for what is open to outsiders
CREATE (:AwsAccount {id: '1'})
CREATE (:AwsAccessAnalyzer {account: '1', status: 'ACTIVE', type: 'ACCOUNT'})

// fail: it waits for too long
CREATE (:AwsAccount {id: '1'})
CREATE (:AwsAccessAnalyzer {account: '1', status: 'ACTIVE', unused_after_days: 181})

// fail: another account's
CREATE (:AwsAccount {id: '1'})
CREATE (:AwsAccessAnalyzer {
  account: '2', type: 'ACCOUNT_UNUSED_ACCESS', status: 'ACTIVE', unused_after_days: 90
})

// pass: its own
CREATE (:AwsAccount {id: '1'})
CREATE (:AwsAccessAnalyzer {
  account: '1', type: 'ACCOUNT_UNUSED_ACCESS', status: 'ACTIVE', unused_after_days: 180
})

// pass: the organisation's
CREATE (:AwsAccount {id: '1'})
CREATE (:AwsAccessAnalyzer {
  account: '2', type: 'ORGANIZATION_UNUSED_ACCESS', status: 'ACTIVE', unused_after_days: 90
})
