// fail: a managed policy allows everything
CREATE (role:AwsIamRole)-[:HAS_POLICY]->(:AwsIamPolicy {uid: 'all', allows_everything: true})
CREATE (role)-[:TRUSTS]->(:Resource:AwsIamOidcProvider {uid: 'arn:aws:iam::1:oidc-provider/x'})

// fail: an inline one does
CREATE (role:AwsIamRole)-[:HAS_INLINE_POLICY]->(:AwsIamInlinePolicy {
  uid: 'all', allows_everything: true
})
CREATE (role)-[:TRUSTS]->(:Resource:AwsIamOidcProvider {uid: 'arn:aws:iam::1:oidc-provider/x'})

// fail: it is bounded by everything
CREATE (role:AwsIamRole)-[:HAS_POLICY]->(every:AwsIamPolicy {uid: 'all', allows_everything: true})
CREATE (role)-[:TRUSTS]->(:Resource:AwsIamOidcProvider {uid: 'arn:aws:iam::1:oidc-provider/x'})
CREATE (role)-[:BOUNDED_BY]->(every)

// pass: it is bounded
CREATE (role:AwsIamRole)-[:HAS_POLICY]->(:AwsIamPolicy {uid: 'all', allows_everything: true})
CREATE (role)-[:TRUSTS]->(:Resource:AwsIamOidcProvider {uid: 'arn:aws:iam::1:oidc-provider/x'})
CREATE (role)-[:BOUNDED_BY]->(:AwsIamPolicy {uid: 'some', allows_everything: false})

// pass: its policy allows less
CREATE (role:AwsIamRole)-[:HAS_POLICY]->(:AwsIamPolicy {uid: 'some', allows_everything: false})
CREATE (role)-[:TRUSTS]->(:Resource:AwsIamOidcProvider {uid: 'arn:aws:iam::1:oidc-provider/x'})

// pass: it is for people
CREATE (role:AwsIamRole)-[:HAS_POLICY]->(:AwsIamPolicy {uid: 'all', allows_everything: true})
CREATE (role)-[:TRUSTS]->(:Resource:AwsIamSamlProvider {uid: 'arn:aws:iam::1:saml-provider/x'})
