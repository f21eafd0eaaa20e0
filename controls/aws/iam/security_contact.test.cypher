// fail: no contact
CREATE (:AwsAccount {has_security_contact: false})

// pass: a contact
CREATE (:AwsAccount {has_security_contact: true})
