// fail: one of them may be root
CREATE (:AwsEcsTaskDefinition {network_mode: 'host', root_containers: ['agent']})

// pass: none may be
CREATE (:AwsEcsTaskDefinition {network_mode: 'host', root_containers: []})

// pass: a network of its own
CREATE (:AwsEcsTaskDefinition {network_mode: 'awsvpc', root_containers: ['agent']})

// unread: its definition
CREATE (:AwsEcsTaskDefinition {unread: ['network_mode', 'root_containers']})
