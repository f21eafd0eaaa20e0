// fail: clear text
CREATE (:AwsOpensearchDomain {encrypts_between_nodes: false})

// pass: TLS
CREATE (:AwsOpensearchDomain {encrypts_between_nodes: true})
