// fail: for less
CREATE (:AwsIamSamlProvider {valid_until: datetime() + duration({days: 29})})

// pass: for a month
CREATE (:AwsIamSamlProvider {valid_until: datetime() + duration({days: 30})})
