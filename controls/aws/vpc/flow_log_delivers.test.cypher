// fail: it can't deliver
CREATE (:AwsFlowLog {delivery_status: 'FAILED', delivery_error: 'Access error'})

// pass: it does
CREATE (:AwsFlowLog {delivery_status: 'SUCCESS'})

// pass: AWS does not tell
CREATE (:AwsFlowLog)
