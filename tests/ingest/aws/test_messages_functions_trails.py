"""SNS topics, Lambda functions and CloudTrail trails, from moto and from AWS's own forms."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ingest.aws.cloudtrail_trail import PARTS
from tests.ingest.aws.reading import ACCOUNT, REGION, literal, rows

if TYPE_CHECKING:
    from tests.clouds.aws.fixtures import AwsCloud

ROLE = f"arn:aws:iam::{ACCOUNT}:role/r"
TRAIL = f"arn:aws:cloudtrail:{REGION}:{ACCOUNT}:trail/audit"


def arn(service: str, resource: str) -> str:
    return f"arn:aws:{service}:{REGION}:{ACCOUNT}:{resource}"


def test_a_topic_of_more_than_a_page_of_subscriptions(aws_cloud: AwsCloud) -> None:
    sns = aws_cloud.client("sns", REGION)
    topic = sns.create_topic(Name="t", Attributes={"KmsMasterKeyId": "alias/aws/sns"})["TopicArn"]
    queues = sorted(arn("sqs", f"q{n}") for n in range(120))
    for queue in queues:
        sns.subscribe(TopicArn=topic, Protocol="sqs", Endpoint=queue)
    sns.subscribe(TopicArn=topic, Protocol="email", Endpoint="a@example.com")
    found = rows(aws_cloud.endpoint_url, "AwsSnsTopic")[topic]
    assert found.edges == {
        "ENCRYPTED_BY>": [arn("kms", "alias/aws/sns")],
        "DELIVERS_TO>": queues,
    }
    assert found.edge_properties[("DELIVERS_TO>", queues[0])] == {"protocol": "sqs"}
    assert found.properties["subscription_protocols"] == ["email", "sqs"]
    assert found.properties["policy_public_actions"] == []


def test_a_topic_logs_deliveries_with_roles() -> None:
    attributes = {"LambdaSuccessFeedbackRoleArn": ROLE, "FifoTopic": "true"}
    answers: dict[str, Any] = {"Subscriptions": {"Subscriptions": []}, "Tagging": {}}
    body = {"TopicArn": arn("sns", "t.fifo")}
    found = literal("AwsSnsTopic", body, Attributes={"Attributes": attributes}, **answers)
    assert found.edges == {"HAS_ROLE>": [ROLE]}
    assert found.properties["is_fifo"] is True
    assert found.properties["name"] == "t.fifo"


def test_a_function_in_the_form_of_aws() -> None:
    body = {
        "FunctionName": "f",
        "FunctionArn": arn("lambda", "function:f"),
        "Role": ROLE,
        "Runtime": "python3.12",
        "LastModified": "2025-09-26T20:28:40.438+0000",
        "KMSKeyArn": arn("kms", "key/k"),
        "VpcConfig": {"VpcId": "vpc-1", "SubnetIds": ["subnet-1"], "SecurityGroupIds": ["sg-1"]},
        "DeadLetterConfig": {"TargetArn": arn("sqs", "dead")},
        "Layers": [{"Arn": arn("lambda", "layer:l:1")}],
        "FileSystemConfigs": [{"Arn": arn("elasticfilesystem", "access-point/fsap-1")}],
        "Environment": {"Variables": {"TOKEN": "hidden", "A": "b"}},
    }
    url = {"FunctionUrl": "https://x.lambda-url.example/", "AuthType": "NONE"}
    tags = {"Tags": {"owner": "shop"}}
    found = literal("AwsLambdaFunction", body, FunctionPolicy={}, Url=url, Tagging=tags)
    assert found.edges == {
        "HAS_ROLE>": [ROLE],
        "ENCRYPTED_BY>": [arn("kms", "key/k")],
        "IN_VPC>": [arn("ec2", "vpc/vpc-1")],
        "IN_SUBNET>": [arn("ec2", "subnet/subnet-1")],
        "MEMBER_OF>": [arn("ec2", "security-group/sg-1")],
        "SENDS_TO>": [arn("sqs", "dead")],
        "USES_LAYER>": [arn("lambda", "layer:l:1")],
        "MOUNTS>": [arn("elasticfilesystem", "access-point/fsap-1")],
    }
    assert found.properties["environment_names"] == ["A", "TOKEN"]
    assert found.properties["modified_at"] == "2025-09-26T20:28:40.438000+00:00"
    assert found.properties["url_auth_type"] == "NONE"
    assert found.tags == {"owner": "shop"}
    assert "hidden" not in str(found)


def test_a_function_outside_a_network_leads_nowhere() -> None:
    body = {
        "FunctionName": "f",
        "FunctionArn": arn("lambda", "function:f"),
        "Role": ROLE,
        "VpcConfig": {"VpcId": "", "SubnetIds": [], "SecurityGroupIds": []},
    }
    found = literal("AwsLambdaFunction", body, FunctionPolicy={}, Url={}, Tagging={})
    assert found.edges == {"HAS_ROLE>": [ROLE]}
    assert found.properties["policy_public_actions"] == []
    assert "url_auth_type" not in found.properties


def trail_answers(**status: Any) -> dict[str, Any]:
    return {"Status": {"IsLogging": True, **status}, "Selectors": {}, "Tagging": {}}


def test_a_trail_in_the_form_of_aws() -> None:
    body = {
        "Name": "audit",
        "TrailARN": TRAIL,
        "HomeRegion": REGION,
        "S3BucketName": "logs",
        "SnsTopicARN": arn("sns", "t"),
        "KmsKeyId": arn("kms", "key/k"),
        "CloudWatchLogsLogGroupArn": arn("logs", "log-group:trail:*"),
        "CloudWatchLogsRoleArn": ROLE,
        "IsMultiRegionTrail": True,
        "LogFileValidationEnabled": True,
    }
    found = literal("AwsCloudTrailTrail", body, **trail_answers(LatestDeliveryError="NoSuchBucket"))
    assert found.edges == {
        "LOGS_TO>": ["arn:aws:s3:::logs"],
        "ENCRYPTED_BY>": [arn("kms", "key/k")],
        "NOTIFIES>": [arn("sns", "t")],
        "SENDS_TO>": [arn("logs", "log-group:trail")],
        "HAS_ROLE>": [ROLE],
    }
    assert found.properties["is_multi_region"] is True
    assert found.properties["has_log_file_validation"] is True
    assert found.properties["has_cloudwatch_logs"] is True
    assert found.properties["is_organization_trail"] is False
    assert found.properties["latest_delivery_error"] == "NoSuchBucket"


def test_a_trail_is_listed_in_its_home_region_only(aws_cloud: AwsCloud) -> None:
    aws_cloud.client("s3").create_bucket(Bucket="logs")
    trails = aws_cloud.client("cloudtrail", REGION)
    trails.create_trail(
        Name="audit",
        S3BucketName="logs",
        IsMultiRegionTrail=True,
        TagsList=[{"Key": "owner", "Value": "platform"}],
    )
    found = rows(aws_cloud.endpoint_url, "AwsCloudTrailTrail")
    assert found.keys() == {TRAIL}
    assert found[TRAIL].properties["is_logging"] is False
    assert found[TRAIL].tags == {"owner": "platform"}
    trails.start_logging(Name="audit")
    assert rows(aws_cloud.endpoint_url, "AwsCloudTrailTrail")[TRAIL].properties["is_logging"]
    assert rows(aws_cloud.endpoint_url, "AwsCloudTrailTrail", "us-east-1") == {}


def test_an_organisations_trail_is_asked_by_arn() -> None:
    status = PARTS[0]
    own = {"Name": "audit", "TrailARN": TRAIL, "IsOrganizationTrail": False}
    assert status.arguments(own) == {"Name": "audit"}
    assert status.arguments({**own, "IsOrganizationTrail": True}) == {"Name": TRAIL}
