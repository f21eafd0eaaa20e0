// fail: clear text is taken
CREATE (:AwsElasticacheCluster {requires_tls: false, is_group_member: false})

// pass: it is refused
CREATE (:AwsElasticacheCluster {requires_tls: true, is_group_member: false})

// pass: a member of a group
CREATE (:AwsElasticacheCluster {requires_tls: false, is_group_member: true})
