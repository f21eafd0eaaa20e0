// fail: it stays as it is
CREATE (:AwsElasticacheReplicationGroup {upgrades_minor_versions: false})

// pass: it follows
CREATE (:AwsElasticacheReplicationGroup {upgrades_minor_versions: true})
