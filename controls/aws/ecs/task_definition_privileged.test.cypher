// fail: one of them is
CREATE (:AwsEcsTaskDefinition {privileged_containers: ['agent']})

// pass: none is
CREATE (:AwsEcsTaskDefinition {privileged_containers: []})

// unread: its definition
CREATE (:AwsEcsTaskDefinition {unread: ['privileged_containers']})
