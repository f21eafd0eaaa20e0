// fail: no role does
CREATE (:AwsIamOidcProvider), (:AwsIamRole)

// pass: one does
CREATE (:AwsIamOidcProvider)<-[:TRUSTS]-(:AwsIamRole)
