// fail: clear text is taken
CREATE (:AwsOpensearchDomain {requires_https: false})

// pass: it is refused
CREATE (:AwsOpensearchDomain {requires_https: true})
