// fail: nothing records
CREATE (:AwsAccount {id: '1'})

// fail: it is off
CREATE (:AwsAccount {id: '1'})
CREATE (:AwsConfigRecorder {account: '1', is_recording: false, records_global_types: true})

// fail: it leaves IAM out
CREATE (:AwsAccount {id: '1'})
CREATE (:AwsConfigRecorder {account: '1', is_recording: true, records_global_types: false})

// fail: that of another account
CREATE (:AwsAccount {id: '1'})
CREATE (:AwsConfigRecorder {account: '2', is_recording: true, records_global_types: true})

// pass: it keeps IAM
CREATE (:AwsAccount {id: '1'})
CREATE (:AwsConfigRecorder {account: '1', is_recording: true, records_global_types: true})

// unread: whether it is on
CREATE (:AwsAccount {id: '1'})
CREATE (:AwsConfigRecorder {account: '1', unread: ['is_recording'], records_global_types: true})
