// fail: every five minutes
CREATE (:AwsEc2Instance {is_monitored_in_detail: false, state: 'running'})

// pass: each minute
CREATE (:AwsEc2Instance {is_monitored_in_detail: true, state: 'running'})

// pass: it is terminated
CREATE (:AwsEc2Instance {is_monitored_in_detail: false, state: 'terminated'})
