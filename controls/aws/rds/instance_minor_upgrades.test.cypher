// fail: it stays as it is
CREATE (:AwsRdsInstance {engine: 'mysql', upgrades_minor_versions: false})

// pass: it follows
CREATE (:AwsRdsInstance {engine: 'mysql', upgrades_minor_versions: true})

// pass: the setting means nothing to DocumentDB
CREATE (:AwsRdsInstance {engine: 'docdb', upgrades_minor_versions: false})

// pass: RDS Custom is kept by the account
CREATE (:AwsRdsInstance {engine: 'custom-oracle-ee', upgrades_minor_versions: false})
