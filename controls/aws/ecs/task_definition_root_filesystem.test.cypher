// fail: one of them can, on what is Linux by default
CREATE (:AwsEcsTaskDefinition {writable_containers: ['app']})

// fail: and on what says so
CREATE (:AwsEcsTaskDefinition {writable_containers: ['app'], os_family: 'LINUX'})

// pass: none can
CREATE (:AwsEcsTaskDefinition {writable_containers: []})

// pass: Windows does not know such
CREATE (:AwsEcsTaskDefinition {
  writable_containers: ['app'], os_family: 'WINDOWS_SERVER_2022_CORE'
})

// unread: its definition
CREATE (:AwsEcsTaskDefinition {unread: ['writable_containers', 'os_family']})
