// fail: it accepts by itself
CREATE (:AwsTransitGateway {accepts_attachments: true})

// pass: somebody is asked
CREATE (:AwsTransitGateway {accepts_attachments: false})

// pass: AWS does not tell, as of some that are shared with us
CREATE (:AwsTransitGateway)
