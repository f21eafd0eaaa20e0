// fail: it failed last
CREATE (:AwsConfigRecorder {
  is_recording: true, has_delivery_channel: true, last_status: 'FAILURE'
})

// fail: nothing is delivered
CREATE (:AwsConfigRecorder {
  is_recording: true, has_delivery_channel: false, last_status: 'PENDING'
})

// pass: all is well
CREATE (:AwsConfigRecorder {
  is_recording: true, has_delivery_channel: true, last_status: 'SUCCESS'
})

// pass: it is off
CREATE (:AwsConfigRecorder {
  is_recording: false, has_delivery_channel: false, last_status: 'FAILURE'
})

// unread: how it went
CREATE (:AwsConfigRecorder {
  is_recording: true, has_delivery_channel: true, unread: ['last_status']
})
