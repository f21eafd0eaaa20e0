// fail: an older one
CREATE (:AwsEcsService {platform_version: '1.3.0', platform_family: 'Linux'})

// fail: an older one of a family that is not told
CREATE (:AwsEcsService {platform_version: '1.0.0'})

// fail: one that Windows never had
CREATE (:AwsEcsService {platform_version: '1.4.0', platform_family: 'WindowsServer2022Core'})

// pass: whichever is the last
CREATE (:AwsEcsService {platform_version: 'LATEST', platform_family: 'Linux'})

// pass: the last by its number
CREATE (:AwsEcsService {platform_version: '1.4.0', platform_family: 'Linux'})

// pass: the last of Windows
CREATE (:AwsEcsService {platform_version: '1.0.0', platform_family: 'WindowsServer2022Core'})

// pass: not on Fargate
CREATE (:AwsEcsService)
