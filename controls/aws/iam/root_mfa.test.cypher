// fail: a password, and no second factor
CREATE (:AwsAccount {has_root_mfa: false, has_root_password: true})

// fail: no second factor, and AWS does not tell whether there is a password
CREATE (:AwsAccount {has_root_mfa: false})

// pass: a second factor
CREATE (:AwsAccount {has_root_mfa: true, has_root_password: true})

// pass: a second factor, and AWS does not tell whether there is a password
CREATE (:AwsAccount {has_root_mfa: true})

// pass: nobody can sign in as root
CREATE (:AwsAccount {has_root_mfa: false, has_root_password: false})

// unread: what is known of the root user
CREATE (:AwsAccount {unread: ['has_root_mfa', 'has_root_password']})
