// fail: the processes
CREATE (:AwsEcsTaskDefinition {pid_mode: 'host', ipc_mode: 'none'})

// fail: the memory
CREATE (:AwsEcsTaskDefinition {pid_mode: 'task', ipc_mode: 'host'})

// pass: those of the task
CREATE (:AwsEcsTaskDefinition {pid_mode: 'task', ipc_mode: 'task'})

// pass: its own only
CREATE (:AwsEcsTaskDefinition)

// unread: its definition
CREATE (:AwsEcsTaskDefinition {unread: ['pid_mode', 'ipc_mode']})
