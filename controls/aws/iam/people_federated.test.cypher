// fail: people have passwords, and nothing else
CREATE (:AwsAccount {id: '1'})
CREATE (:AwsIamUser {account: '1', has_console_password: true})
CREATE (:AwsIamRole {account: '1'}), (:AwsIamSamlProvider)

// fail: the provider is trusted in another account
CREATE (:AwsAccount {id: '1'})
CREATE (:AwsIamUser {account: '1', has_console_password: true})
CREATE (:AwsIamRole {account: '2'})-[:TRUSTS]->(:AwsIamSamlProvider)

// pass: a role trusts it
CREATE (:AwsAccount {id: '1'})
CREATE (:AwsIamUser {account: '1', has_console_password: true})
CREATE (:AwsIamRole {account: '1'})-[:TRUSTS]->(:AwsIamSamlProvider)

// pass: nobody has a password
CREATE (:AwsAccount {id: '1'})
CREATE (:AwsIamUser {account: '1', has_console_password: false})

// pass: somebody of another account has
CREATE (:AwsAccount {id: '1'})
CREATE (:AwsIamUser {account: '2', has_console_password: true})

// unread: who has one
CREATE (:AwsAccount {id: '1'})
CREATE (:AwsIamUser {account: '1', unread: ['has_console_password']})
