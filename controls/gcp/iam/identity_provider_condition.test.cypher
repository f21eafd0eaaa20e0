// fail: everybody of token.actions.githubusercontent.com
CREATE (:GcpIdentityProvider {is_disabled: false})
  -[:TRUSTS_IDENTITY]->(:Resource:ExternalIdentity {issuer: 'token.actions.githubusercontent.com'})

// fail: everybody of gitlab.com
CREATE (:GcpIdentityProvider {is_disabled: false})
  -[:TRUSTS_IDENTITY]->(:Resource:ExternalIdentity {issuer: 'gitlab.com'})

// fail: everybody of app.terraform.io
CREATE (:GcpIdentityProvider {is_disabled: false})
  -[:TRUSTS_IDENTITY]->(:Resource:ExternalIdentity {issuer: 'app.terraform.io'})

// fail: everybody of accounts.google.com
CREATE (:GcpIdentityProvider {is_disabled: false})
  -[:TRUSTS_IDENTITY]->(:Resource:ExternalIdentity {issuer: 'accounts.google.com'})

// pass: it has a condition
CREATE (:GcpIdentityProvider {is_disabled: false, condition: 'assertion.sub == "a"'})
  -[:TRUSTS_IDENTITY]->(:Resource:ExternalIdentity {issuer: 'gitlab.com'})

// pass: it lets nobody in
CREATE (:GcpIdentityProvider {is_disabled: true})
  -[:TRUSTS_IDENTITY]->(:Resource:ExternalIdentity {issuer: 'gitlab.com'})

// pass: an issuer of one's own
CREATE (:GcpIdentityProvider {is_disabled: false})
  -[:TRUSTS_IDENTITY]->(:Resource:ExternalIdentity {issuer: 'id.example.com'})
