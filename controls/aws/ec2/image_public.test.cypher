// fail: everyone may launch it
CREATE (:AwsEc2Image {is_public: true})

// pass: nobody else may
CREATE (:AwsEc2Image {is_public: false})
