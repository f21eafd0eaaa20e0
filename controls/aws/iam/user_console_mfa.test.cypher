// fail: a password alone
CREATE (:AwsIamUser {has_console_password: true, has_mfa: false})

// pass: a password and a second factor
CREATE (:AwsIamUser {has_console_password: true, has_mfa: true})

// pass: no password
CREATE (:AwsIamUser {has_console_password: false, has_mfa: false})
