// fail: some
CREATE (:AwsConfigRecorder {records_all_types: false})

// pass: all
CREATE (:AwsConfigRecorder {records_all_types: true})
