// fail: everybody of Google
CREATE (:AwsIamRole)-[:TRUSTS_IDENTITY]->(:Resource:ExternalIdentity {
  issuer: 'accounts.google.com'
})

// fail: everybody of Amazon
CREATE (:AwsIamRole)-[:TRUSTS_IDENTITY]->(:Resource:ExternalIdentity {issuer: 'www.amazon.com'})

// fail: everybody of Facebook
CREATE (:AwsIamRole)-[:TRUSTS_IDENTITY]->(:Resource:ExternalIdentity {issuer: 'graph.facebook.com'})

// pass: one account of Google
CREATE (:AwsIamRole)-[:TRUSTS_IDENTITY]->(:Resource:ExternalIdentity {
  issuer: 'accounts.google.com', subject: '101000000000000000002'
})

// pass: an issuer of one's own
CREATE (:AwsIamRole)-[:TRUSTS_IDENTITY]->(:Resource:ExternalIdentity {issuer: 'id.example.com'})
