// fail: not measured
CREATE (:AwsEcsCluster {container_insights: 'disabled'})

// pass: measured
CREATE (:AwsEcsCluster {container_insights: 'enabled'})

// pass: closely
CREATE (:AwsEcsCluster {container_insights: 'enhanced'})
