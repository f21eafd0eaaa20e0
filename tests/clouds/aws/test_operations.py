"""Every operation that a scan lists or reads by is counted under boto3's own name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from botocore.exceptions import BotoCoreError, ClientError

from tests.clouds.aws.operations import operations_of

if TYPE_CHECKING:
    from tests.clouds.aws.fixtures import AwsCloud

_ID = "12345678-1234-1234-1234-123456789012"
_ELB = "arn:aws:elasticloadbalancing:us-east-1:123456789012"
_TARGETS = {"TargetGroupArn": f"{_ELB}:targetgroup/a/0123456789abcdef"}
_BALANCER = {"LoadBalancerArn": f"{_ELB}:loadbalancer/app/a/0123456789abcdef"}
_TOPIC = {"TopicArn": "arn:aws:sns:us-east-1:123456789012:a"}
_KEY = {"KeyId": _ID}
_USER = {"UserName": "a"}
_GROUP = {"GroupName": "a"}
_ROLE = {"RoleName": "a"}
_POLICY = {"PolicyArn": "arn:aws:iam::aws:policy/ReadOnlyAccess"}
_BUCKET = {"Bucket": "some-bucket"}
_TABLE = "arn:aws:dynamodb:us-east-1:123456789012:table/a"
_FILES = {"FileSystemId": "fs-12345678"}
_FUNCTION = {"FunctionName": "a"}

_READS: list[tuple[str, dict[str, Any]]] = [
    ("sts:GetCallerIdentity", {}),
    ("iam:ListUsers", {}),
    ("iam:ListGroups", {}),
    ("iam:ListRoles", {}),
    ("iam:ListPolicies", {}),
    ("iam:ListInstanceProfiles", {}),
    ("iam:ListVirtualMFADevices", {}),
    ("iam:ListAccountAliases", {}),
    ("iam:GetAccountSummary", {}),
    ("iam:GetAccountPasswordPolicy", {}),
    ("iam:GetAccountAuthorizationDetails", {}),
    ("iam:GenerateCredentialReport", {}),
    ("iam:GetLoginProfile", _USER),
    ("iam:ListAccessKeys", _USER),
    ("iam:ListMFADevices", _USER),
    ("iam:ListGroupsForUser", _USER),
    ("iam:ListUserTags", _USER),
    ("iam:ListUserPolicies", _USER),
    ("iam:ListAttachedUserPolicies", _USER),
    ("iam:GetUserPolicy", {**_USER, "PolicyName": "b"}),
    ("iam:GetAccessKeyLastUsed", {"AccessKeyId": "AKIA0123456789012345"}),
    ("iam:GetGroup", _GROUP),
    ("iam:ListGroupPolicies", _GROUP),
    ("iam:ListAttachedGroupPolicies", _GROUP),
    ("iam:GetRole", _ROLE),
    ("iam:ListRoleTags", _ROLE),
    ("iam:ListRolePolicies", _ROLE),
    ("iam:ListAttachedRolePolicies", _ROLE),
    ("iam:GetPolicyVersion", {**_POLICY, "VersionId": "v1"}),
    ("iam:ListEntitiesForPolicy", _POLICY),
    ("s3:ListBuckets", {}),
    ("s3:HeadBucket", _BUCKET),
    ("s3:GetBucketLocation", _BUCKET),
    ("s3:GetBucketEncryption", _BUCKET),
    ("s3:GetBucketVersioning", _BUCKET),
    ("s3:GetBucketLogging", _BUCKET),
    ("s3:GetBucketAcl", _BUCKET),
    ("s3:GetBucketPolicy", _BUCKET),
    ("s3:GetBucketPolicyStatus", _BUCKET),
    ("s3:GetPublicAccessBlock", _BUCKET),
    ("s3:GetBucketTagging", _BUCKET),
    ("s3:GetBucketOwnershipControls", _BUCKET),
    ("s3:GetBucketLifecycleConfiguration", _BUCKET),
    ("s3:GetBucketNotificationConfiguration", _BUCKET),
    ("s3:GetBucketReplication", _BUCKET),
    ("s3:GetBucketWebsite", _BUCKET),
    ("s3:GetObjectLockConfiguration", _BUCKET),
    ("s3:ListObjectsV2", _BUCKET),
    ("s3:ListObjects", _BUCKET),
    ("kms:ListKeys", {}),
    ("kms:ListAliases", {}),
    ("kms:DescribeKey", _KEY),
    ("kms:GetKeyRotationStatus", _KEY),
    ("kms:GetKeyPolicy", {**_KEY, "PolicyName": "default"}),
    ("kms:ListResourceTags", _KEY),
    ("ec2:DescribeRegions", {}),
    ("ec2:DescribeInstances", {}),
    ("ec2:DescribeImages", {"Owners": ["self"]}),
    ("ec2:DescribeImageAttribute", {"ImageId": "ami-1", "Attribute": "launchPermission"}),
    ("ec2:DescribeVolumes", {}),
    ("ec2:DescribeSnapshots", {"OwnerIds": ["self"]}),
    (
        "ec2:DescribeSnapshotAttribute",
        {"SnapshotId": "snap-1", "Attribute": "createVolumePermission"},
    ),
    ("ec2:DescribeInstanceAttribute", {"InstanceId": "i-1", "Attribute": "userData"}),
    ("ec2:DescribeSecurityGroups", {}),
    ("ec2:DescribeSecurityGroupRules", {}),
    ("ec2:DescribeVpcs", {}),
    ("ec2:DescribeSubnets", {}),
    ("ec2:DescribeNetworkInterfaces", {}),
    ("ec2:DescribeAddresses", {}),
    ("ec2:DescribeRouteTables", {}),
    ("ec2:DescribeInternetGateways", {}),
    ("ec2:DescribeEgressOnlyInternetGateways", {}),
    ("ec2:DescribeNatGateways", {}),
    ("ec2:DescribeVpcPeeringConnections", {}),
    ("ec2:DescribeVpcEndpoints", {}),
    ("ec2:DescribeTransitGateways", {}),
    ("ec2:DescribeTransitGatewayAttachments", {}),
    ("ec2:DescribeNetworkAcls", {}),
    ("ec2:DescribeFlowLogs", {}),
    ("ec2:GetEbsEncryptionByDefault", {}),
    ("sns:ListTopics", {}),
    ("sns:GetTopicAttributes", _TOPIC),
    ("sns:ListSubscriptions", {}),
    ("sns:ListTagsForResource", {"ResourceArn": _TOPIC["TopicArn"]}),
    ("lambda:ListFunctions", {}),
    ("lambda:GetFunction", _FUNCTION),
    ("lambda:GetFunctionConfiguration", _FUNCTION),
    ("lambda:GetPolicy", _FUNCTION),
    ("lambda:ListTags", {"Resource": "arn:aws:lambda:us-east-1:123456789012:function:a"}),
    ("lambda:ListFunctionUrlConfigs", _FUNCTION),
    ("lambda:ListEventSourceMappings", {}),
    ("rds:DescribeDBInstances", {}),
    ("rds:DescribeDBParameters", {"DBParameterGroupName": "a"}),
    ("rds:DescribeDBClusters", {}),
    ("rds:DescribeDBSnapshotAttributes", {"DBSnapshotIdentifier": "a"}),
    ("dynamodb:ListTables", {}),
    ("dynamodb:DescribeTable", {"TableName": "a"}),
    ("dynamodb:GetResourcePolicy", {"ResourceArn": _TABLE}),
    ("efs:DescribeFileSystems", {}),
    ("efs:DescribeFileSystemPolicy", _FILES),
    ("efs:DescribeBackupPolicy", _FILES),
    ("efs:DescribeMountTargets", _FILES),
    ("efs:DescribeMountTargetSecurityGroups", {"MountTargetId": "fsmt-12345678"}),
    ("efs:DescribeAccessPoints", {}),
    ("elasticache:DescribeCacheClusters", {}),
    ("elasticache:DescribeReplicationGroups", {}),
    ("opensearch:ListDomainNames", {}),
    ("opensearch:DescribeDomains", {"DomainNames": ["some-domain"]}),
    ("opensearch:ListTags", {"ARN": "arn:aws:es:us-east-1:123456789012:domain/some-domain"}),
    ("cloudtrail:DescribeTrails", {}),
    ("cloudtrail:ListTrails", {}),
    ("cloudtrail:GetTrailStatus", {"Name": "a"}),
    ("cloudtrail:GetEventSelectors", {"TrailName": "a"}),
    ("cloudtrail:ListTags", {"ResourceIdList": ["arn:aws:cloudtrail:us-east-1:1:trail/a"]}),
    ("elb:DescribeLoadBalancers", {}),
    ("elb:DescribeLoadBalancerAttributes", {"LoadBalancerName": "a"}),
    ("elb:DescribeLoadBalancerPolicies", {"LoadBalancerName": "a"}),
    ("elb:DescribeTags", {"LoadBalancerNames": ["a"]}),
    ("elbv2:DescribeLoadBalancers", {}),
    ("elbv2:DescribeListeners", _BALANCER),
    ("elbv2:DescribeTargetGroups", {}),
    ("elbv2:DescribeTargetHealth", _TARGETS),
    ("elbv2:DescribeLoadBalancerAttributes", _BALANCER),
    ("elbv2:DescribeTags", {"ResourceArns": [_TARGETS["TargetGroupArn"]]}),
    ("logs:DescribeLogGroups", {}),
    ("logs:DescribeMetricFilters", {}),
    ("cloudwatch:DescribeAlarms", {}),
    ("cloudwatch:DescribeAlarmsForMetric", {"MetricName": "a", "Namespace": "b"}),
    ("config:DescribeConfigurationRecorders", {}),
    ("guardduty:ListDetectors", {}),
    ("guardduty:GetDetector", {"DetectorId": "a"}),
    ("guardduty:GetAdministratorAccount", {"DetectorId": "a"}),
    ("securityhub:DescribeHub", {}),
    ("securityhub:GetEnabledStandards", {}),
    ("securityhub:ListTagsForResource", {"ResourceArn": "arn:aws:securityhub:a:1:hub/default"}),
    ("accessanalyzer:ListAnalyzers", {}),
    ("kms:DescribeCustomKeyStores", {}),
    ("ds:DescribeDirectories", {}),
    ("ds:GetSnapshotLimits", {"DirectoryId": "d-1234567890"}),
    ("firehose:ListDeliveryStreams", {}),
    ("sqs:ListQueues", {}),
    ("sqs:GetQueueAttributes", {"QueueUrl": "https://sqs.example.com/1/a"}),
]


def _call(cloud: AwsCloud, name: str, settings: dict[str, Any], region: str) -> None:
    service, operation = name.split(":")
    client = cloud.client(service, region)
    methods = {v: k for k, v in client.meta.method_to_api_mapping.items()}
    getattr(client, methods[operation])(**settings)


@pytest.mark.parametrize(("name", "settings"), _READS, ids=[name for name, _ in _READS])
def test_a_read_is_counted_under_its_name(
    read_cloud: AwsCloud, name: str, settings: dict[str, Any]
) -> None:
    read_cloud.proxy.clear()
    read_cloud.proxy.forget(name)  # the name is in question here, not moto's answer
    with pytest.raises((ClientError, BotoCoreError)):
        _call(read_cloud, name, settings, "eu-west-1")
    assert dict(read_cloud.proxy.calls) == {name: 1}
    assert [(c.region, c.access_key) for c in read_cloud.proxy.log] == [("eu-west-1", "AKIATEST")]


@pytest.mark.parametrize(
    ("permission", "operations"),
    [
        ("s3:ListAllMyBuckets", ("s3:ListBuckets",)),
        ("s3:GetEncryptionConfiguration", ("s3:GetBucketEncryption",)),
        ("s3:GetBucketAcl", ("s3:GetBucketAcl",)),
        ("elasticloadbalancing:DescribeTags", ("elbv2:DescribeTags", "elb:DescribeTags")),
        ("elasticloadbalancing:DescribeTargetHealth", ("elbv2:DescribeTargetHealth",)),
        ("iam:ListUsers", ("iam:ListUsers",)),
    ],
)
def test_a_permission_names_the_operations_it_guards(
    permission: str, operations: tuple[str, ...]
) -> None:
    assert operations_of(permission) == operations
