// fail: it allows everything
CREATE (:AwsIamInlinePolicy {allows_everything: true})

// pass: it allows less
CREATE (:AwsIamInlinePolicy {allows_everything: false})
