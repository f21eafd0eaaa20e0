// fail: from everywhere
CREATE (:AwsEksNodegroup {is_ssh_open_to_internet: true})

// pass: from nowhere, or from some groups
CREATE (:AwsEksNodegroup {is_ssh_open_to_internet: false})
