// fail: the group of a trail, not protected
CREATE (:AwsCloudTrailTrail)-[:SENDS_TO]->(:AwsLogGroup {is_deletion_protected: false})

// pass: it is protected
CREATE (:AwsCloudTrailTrail)-[:SENDS_TO]->(:AwsLogGroup {is_deletion_protected: true})

// pass: another group
CREATE (:AwsLogGroup {is_deletion_protected: false})
