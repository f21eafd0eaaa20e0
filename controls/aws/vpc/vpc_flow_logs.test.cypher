// fail: no flow log
CREATE (:AwsAccount {id: '111111111111'})
CREATE (:AwsVpc {account: '111111111111'})

// fail: a flow log that is switched off
CREATE (:AwsAccount {id: '111111111111'})
CREATE (:AwsVpc {account: '111111111111'})
  <-[:RECORDS]-(:AwsFlowLog {is_active: false, traffic_type: 'ALL'})

// fail: only what is accepted
CREATE (:AwsAccount {id: '111111111111'})
CREATE (:AwsVpc {account: '111111111111'})
  <-[:RECORDS]-(:AwsFlowLog {is_active: true, traffic_type: 'ACCEPT'})

// pass: all traffic
CREATE (:AwsAccount {id: '111111111111'})
CREATE (:AwsVpc {account: '111111111111'})
  <-[:RECORDS]-(:AwsFlowLog {is_active: true, traffic_type: 'ALL'})

// pass: what is rejected
CREATE (:AwsAccount {id: '111111111111'})
CREATE (:AwsVpc {account: '111111111111'})
  <-[:RECORDS]-(:AwsFlowLog {is_active: true, traffic_type: 'REJECT'})

// pass: the network of an account that is not read, shared with us
CREATE (:AwsAccount {id: '111111111111'})
CREATE (:AwsVpc {account: '222222222222'})
