// fail: as good as in clear
CREATE (:AwsDirectory {radius_protocol: 'PAP'})

// pass: the newest
CREATE (:AwsDirectory {radius_protocol: 'MS-CHAPv2'})

// pass: no RADIUS server
CREATE (:AwsDirectory {type: 'MicrosoftAD'})
