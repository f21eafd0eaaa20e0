// fail: IMDSv1 is answered
CREATE (:AwsEc2Instance {imds_enabled: true, requires_imdsv2: false, state: 'running'})

// pass: a session is required
CREATE (:AwsEc2Instance {imds_enabled: true, requires_imdsv2: true, state: 'running'})

// pass: no request is answered
CREATE (:AwsEc2Instance {imds_enabled: false, requires_imdsv2: false, state: 'running'})

// pass: it is terminated
CREATE (:AwsEc2Instance {imds_enabled: true, requires_imdsv2: false, state: 'terminated'})
