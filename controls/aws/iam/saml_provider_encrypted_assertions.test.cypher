// fail: in clear too
CREATE (:AwsIamSamlProvider {requires_encrypted_assertions: false})

// pass: encrypted only
CREATE (:AwsIamSamlProvider {requires_encrypted_assertions: true})
