// fail: anybody with a token
CREATE (:AwsIamRole)-[:TRUSTS {requires_subject: false}]->(:Resource:AwsIamOidcProvider {
  uid: 'arn:aws:iam::1:oidc-provider/token.actions.githubusercontent.com'
})

// pass: some
CREATE (:AwsIamRole)-[:TRUSTS {requires_subject: true}]->(:Resource:AwsIamOidcProvider {
  uid: 'arn:aws:iam::1:oidc-provider/token.actions.githubusercontent.com'
})

// pass: a SAML provider, whose people the company knows
CREATE (:AwsIamRole)-[:TRUSTS {requires_subject: false}]->(:Resource:AwsIamSamlProvider {
  uid: 'arn:aws:iam::1:saml-provider/corporate-directory'
})
