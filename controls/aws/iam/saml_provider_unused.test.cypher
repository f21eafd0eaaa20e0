// fail: no role does
CREATE (:AwsIamSamlProvider), (:AwsIamRole)

// pass: one does
CREATE (:AwsIamSamlProvider)<-[:TRUSTS]-(:AwsIamRole)
