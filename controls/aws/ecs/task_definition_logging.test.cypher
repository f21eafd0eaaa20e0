// fail: not of one of them
CREATE (:AwsEcsTaskDefinition {unlogged_containers: ['sidecar']})

// pass: of all
CREATE (:AwsEcsTaskDefinition {unlogged_containers: []})

// unread: its definition
CREATE (:AwsEcsTaskDefinition {unread: ['unlogged_containers']})
