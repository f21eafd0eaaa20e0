// fail: it does not
CREATE (:AwsFirehoseStream {logs_errors: false})

// pass: it does
CREATE (:AwsFirehoseStream {logs_errors: true})
